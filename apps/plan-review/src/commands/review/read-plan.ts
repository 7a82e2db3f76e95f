import { parsePlan } from '@slipway/plan-review';
import type { Plan } from '@slipway/plan-review';
import { Failure } from '../../failure.ts';
import type { Files } from '../../files/files.ts';
import type { PlanFile } from './plan-file.ts';

export interface PlanReading {
  readonly files: Files;
  readonly now: Date;
  /** Hours. @default plans of any age */
  readonly maxAge?: number;
}

const HOUR = 3_600_000;

/** @throws Failure `unreadable-file`, `not-a-plan`, `stale-plan` */
export async function readPlan({ file }: PlanFile, { files, now, maxAge }: PlanReading): Promise<Plan> {
  const parsed = parsePlan(await files.read(file));
  if (parsed.plan === undefined) {
    const { message, fix } = parsed.problem;
    throw new Failure({ code: 'not-a-plan', message: `'${file}' is not a plan that can be reviewed: ${message}`, fix });
  }
  if (maxAge !== undefined) requireFresh(file, parsed.plan.madeAt, { now, maxAge });
  return parsed.plan;
}

function requireFresh(
  file: string,
  madeAt: Date | undefined,
  { now, maxAge }: { readonly now: Date; readonly maxAge: number },
): void {
  if (madeAt !== undefined && now.getTime() - madeAt.getTime() <= maxAge * HOUR) return;
  throw new Failure({
    code: 'stale-plan',
    message:
      madeAt === undefined
        ? `'${file}' does not say when it was made`
        : `'${file}' was made at ${madeAt.toISOString()}, more than ${maxAge} hours ago`,
    fix: 'plan again',
  });
}
