import { check, format, image, plan, review } from './groups.ts';
import { deploy, planFirst, publish, smoke } from './main-groups.ts';
import { audit, cleanup, drift, scan } from './nightly-groups.ts';
import { planLast, reviewLast } from './prod-groups.ts';
import type { Pipeline } from './step.ts';

/** Every pipeline by its name. `.github/workflows` runs the same groups, with the credentials that each may have. */
export const pipelines = {
  /** Of a pull request: it changes nothing, and one environment whose plan is blocked hides neither the other nor the review. */
  pr: { groups: [format, check, image, plan, review], onFailure: 'stop unless found' },
  /** Of a commit on main, which may be a merge that nobody has tested: registries before images, which are pushed into them. */
  main: { groups: [check, planFirst, deploy, publish, smoke], onFailure: 'stop' },
  /** What people approve before prod is deployed: where the plan is blocked, its review says why. It changes nothing. */
  prod: { groups: [planLast, reviewLast], onFailure: 'stop unless found' },
  /** Of every night: what went wrong without a commit. It changes nothing, and one thing hides no other. */
  nightly: { groups: [audit, drift, scan, cleanup], onFailure: 'go on' },
} as const satisfies Readonly<Record<string, Pipeline>>;

export type PipelineName = keyof typeof pipelines;
