import type { PlanRecord } from '../../saved-plans/plan-record.ts';
import { parsePlanRecord } from '../../saved-plans/plan-record.ts';
import { StackFailure } from '../../failure.ts';
import type { StateMark } from '../../terraform/terraform.ts';

/** @throws StackFailure `foreign-plan` where the text is not the record of a plan of this environment */
export function requireRecord(environment: string, text: string): PlanRecord {
  const record = parsePlanRecord(text);
  if (record?.environment === environment) return record;
  throw foreign(
    environment,
    record === undefined
      ? `the record beside the plan of '${environment}' is none of this program`
      : `the plan is of '${record.environment}', not of '${environment}'`,
  );
}

/** @throws StackFailure `foreign-plan` where it is not the file that was reviewed */
export function requireSameFile({ environment, planSha256 }: PlanRecord, found: string): void {
  if (found === planSha256) return;
  throw foreign(
    environment,
    `the plan of '${environment}' has SHA-256 '${found}', and the reviewed one '${planSha256}'`,
  );
}

/** @throws StackFailure `stale-plan` */
export function requireSameCommit({ environment, commit }: PlanRecord, found: string): void {
  if (found === commit) return;
  throw stale(environment, `the plan was made of commit '${commit}', and this is '${found}'`);
}

/** @throws StackFailure `stale-plan` */
export function requireSameConfiguration({ environment, configurationSha256 }: PlanRecord, found: string): void {
  if (found === configurationSha256) return;
  throw stale(environment, `'${environment}' is synthesized to another configuration than the plan was made of`);
}

/** @throws StackFailure `stale-plan` where something was applied after the plan was made */
export function requireSameState({ environment, state }: PlanRecord, found: StateMark): void {
  if (found.lineage === state.lineage && found.serial === state.serial) return;
  const [was, is] = [state, found].map(({ lineage, serial }) => (lineage === '' ? 'none' : `${lineage} #${serial}`));
  throw stale(environment, `the state of '${environment}' is '${is}', and the plan was made of '${was}'`);
}

function foreign(environment: string, message: string) {
  return new StackFailure({ code: 'foreign-plan', message, fix: planAgain(environment) });
}

function stale(environment: string, message: string) {
  return new StackFailure({ code: 'stale-plan', message, fix: planAgain(environment) });
}

function planAgain(environment: string): string {
  return `plan again and review it: 'npx nx plan ${environment}'`;
}
