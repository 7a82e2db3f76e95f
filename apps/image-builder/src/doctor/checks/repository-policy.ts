import { actionsOf, decide, repositoryArn } from '@slipway/access';
import type { PolicyDocument, RepositoryAddress } from '@slipway/access';
import { callerOf } from '../caller-of.ts';
import { ok, failure, warning } from '../check.ts';
import type { Check, CheckResult, RepositorySubject } from '../check.ts';
import { parsePolicy } from '../parse-policy.ts';

/** Whether the repository's policy lets the caller pull and push, by the statement that decides. */
export const repositoryPolicy: readonly Check<RepositorySubject>[] = (['pull', 'push'] as const).map((level) => ({
  name: `${level} by the repository policy`,
  run: async ({ aws, environment, repository }) => {
    const found = await aws.repositoryPolicy(repository);
    if (found === undefined) return failure('there is no repository, and so no policy', 'deploy the environment first');
    const arn = await aws.whoami(environment.region);
    const facts = { arn, repository, level };
    if (found.text === undefined) return judgePolicy(undefined, facts);
    const document = parsePolicy(found.text);
    if (document !== undefined) return judgePolicy(document, facts);
    return warning('the policy in force has a form that is not known', "read it: 'registry-report access --live'");
  },
}));

export interface PolicyFacts {
  /** Of the caller. */
  readonly arn: string;
  readonly repository: RepositoryAddress;
  readonly level: 'pull' | 'push';
}

/** The caller's own policies are not read: within the account they may allow what this one doesn't, and never what it denies. */
export function judgePolicy(
  document: PolicyDocument | undefined,
  { arn, repository, level }: PolicyFacts,
): CheckResult {
  const caller = callerOf(arn);
  if (caller === undefined) {
    const fix = `take a role: only roles can be judged, and only they are let in by the environment's specs`;
    return warning(`'${arn}' is not the session of a role`, fix);
  }
  const decisions = actionsOf(level).map((action) => ({
    action,
    ...decide({ caller, action, resource: repositoryArn(repository) }, { resource: document }),
  }));
  const denied = decisions.find(({ statement }) => statement?.Effect === 'Deny');
  const fix = `grant '${caller.name}' ${level} in the environment's spec and deploy it`;
  if (denied !== undefined) return failure(`${denied.action}: ${denied.because}`, fix);
  const refused = decisions.find(({ allowed }) => !allowed);
  if (refused === undefined) return ok(`'${caller.name}': ${decisions[0]?.because ?? ''}`);
  const own = '; the policies of the role itself may allow it and are not read here';
  return warning(`${refused.action} for '${caller.name}': ${refused.because}${own}`, fix);
}
