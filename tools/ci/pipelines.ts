import { check, deploy, format, image, plan, planFirst, publish, smoke } from './groups.ts';
import type { Pipeline } from './step.ts';

/** Every pipeline by its name. `.github/workflows` runs the same groups, with the credentials that each may have. */
export const pipelines = {
  /** Of a pull request: it changes nothing. */
  pr: { groups: [format, check, image, plan], onFailure: 'stop' },
  /** Of a commit on main, which may be a merge that nobody has tested: registries before images, which are pushed into them. */
  main: { groups: [check, planFirst, deploy, publish, smoke], onFailure: 'stop' },
} as const satisfies Readonly<Record<string, Pipeline>>;

export type PipelineName = keyof typeof pipelines;
