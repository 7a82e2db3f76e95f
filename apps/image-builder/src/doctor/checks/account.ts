import { ok, failure } from '../check.ts';
import type { Check, CheckResult, EnvironmentSubject } from '../check.ts';

export const account: Check<EnvironmentSubject> = {
  name: 'account',
  run: async ({ aws, environment }) => judgeAccount(await aws.whoami(environment.region), environment),
};

/** @param arn of the caller, such as STS says it */
export function judgeAccount(
  arn: string,
  environment: { readonly name: string; readonly account: string },
): CheckResult {
  const found = arn.split(':')[4] ?? '';
  if (found === environment.account) return ok(`'${arn}'`);
  return failure(
    `the credentials are of account '${found}' ('${arn}'), and the environment '${environment.name}' is account '${environment.account}'`,
    `log in to account ${environment.account}; for the local cloud: eval "$(npx local-cloud env ${environment.name})"`,
  );
}
