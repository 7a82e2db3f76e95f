import { PULL_ACTIONS, PUSH_ACTIONS } from './actions.ts';
import type { Principal } from './principal.ts';

/** Who was granted what on one repository. */
export interface Grants {
  readonly pull: readonly Principal[];
  readonly push: readonly Principal[];
}

/**
 * One deterministic policy from all grants: the same grants in any order give the same text.
 * Who may push is not repeated among those who pull. `undefined` when nobody was granted anything.
 */
export function repositoryPolicy({ pull, push }: Grants): string | undefined {
  const pushers = arns(push);
  const pullers = arns(pull).filter((arn) => !pushers.includes(arn));
  const statements = [
    ...statement('AllowPull', pullers, PULL_ACTIONS),
    ...statement('AllowPush', pushers, PUSH_ACTIONS),
  ];
  if (statements.length === 0) return undefined;
  return JSON.stringify({ Version: '2012-10-17', Statement: statements });
}

function statement(sid: string, principals: readonly string[], actions: readonly string[]) {
  const [first] = principals;
  if (first === undefined) return [];
  // IAM stores a list of one as the value itself; writing it so keeps the next plan empty.
  return [
    { Sid: sid, Effect: 'Allow', Principal: { AWS: principals.length === 1 ? first : principals }, Action: actions },
  ];
}

function arns(principals: readonly Principal[]): string[] {
  return [...new Set(principals.map(({ arn }) => arn))].sort();
}
