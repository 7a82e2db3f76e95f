import { ok, failure, warning } from '../check.ts';
import type { Check, CheckResult, EnvironmentSubject } from '../check.ts';
import type { BucketAccess } from '../ports/aws-session.ts';

/** It holds the Terraform state and the releases of the environment. */
export const stateBucket: Check<EnvironmentSubject> = {
  name: 'state bucket',
  run: async ({ aws, environment: { state, name } }) =>
    judgeBucket(await aws.bucket(state), { bucket: state.bucket, environment: name }),
};

export function judgeBucket(
  access: BucketAccess,
  { bucket, environment }: { readonly bucket: string; readonly environment: string },
): CheckResult {
  switch (access) {
    case 'readable':
      return ok(`'${bucket}' can be read`);
    case 'denied':
      return warning(
        `'${bucket}' can't be listed by these credentials`,
        'deploying, promote, rollback and history need it: use a role that may; pushing does not',
      );
    case 'missing':
      return failure(`there is no bucket '${bucket}'`, `make it by the bootstrap of '${environment}'`);
    default:
      return access satisfies never;
  }
}
