import { basename } from 'node:path';

/** A plan to be read. */
export interface PlanFile {
  /** Name of the stack, such as `prod`. */
  readonly stack: string;
  /** Path, or `-`. */
  readonly file: string;
}

/** A plan whose stack nobody named: `plans/prod.plan.json` is `prod`. */
export function planFile(file: string): PlanFile {
  return { stack: file === '-' ? 'plan' : basename(file).replace(/(\.plan)?(\.json)?$/, ''), file };
}
