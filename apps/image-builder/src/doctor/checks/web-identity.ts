import { z } from 'zod';
import { ok, failure, warning } from '../check.ts';
import type { Check, CheckResult, MachineSubject } from '../check.ts';

/** Roles of service accounts in EKS, and of CI: the SDK takes both variables or neither (SDK reference, "Assume role with web identity"). */
export const webIdentity: Check<MachineSubject> = {
  name: 'web identity',
  run: async ({ world: { doctor, now }, environment }) => {
    const { machine } = doctor;
    const file = machine.variable('AWS_WEB_IDENTITY_TOKEN_FILE');
    return judgeWebIdentity({
      file,
      role: machine.variable('AWS_ROLE_ARN'),
      token: file === undefined ? undefined : await machine.readFile(file),
      hasKeys: machine.variable('AWS_ACCESS_KEY_ID') !== undefined,
      account: environment?.account,
      now: now(),
    });
  },
};

export interface WebIdentityFacts {
  readonly file: string | undefined;
  readonly role: string | undefined;
  /** Content of the file; undefined when there is none. */
  readonly token: string | undefined;
  /** Whether access keys are set, too. */
  readonly hasKeys: boolean;
  /** Of the environment, 12 digits. */
  readonly account: string | undefined;
  readonly now: Date;
}

const ANNOTATION = "annotate the service account with 'eks.amazonaws.com/role-arn' and start the pod anew";

export function judgeWebIdentity(facts: WebIdentityFacts): CheckResult {
  const { file, role, token, hasKeys, account } = facts;
  if (file === undefined && role === undefined) return ok('not used');
  if (file === undefined) return failure('AWS_ROLE_ARN is set without AWS_WEB_IDENTITY_TOKEN_FILE', ANNOTATION);
  if (role === undefined) return failure('AWS_WEB_IDENTITY_TOKEN_FILE is set without AWS_ROLE_ARN', ANNOTATION);
  const [, owner] = /^arn:[\w-]+:iam::(\d{12}):role\/.+$/.exec(role) ?? [];
  if (owner === undefined) return failure(`AWS_ROLE_ARN '${role}' is no ARN of a role`, ANNOTATION);
  if (account !== undefined && owner !== account)
    return failure(
      `AWS_ROLE_ARN '${role}' is of account '${owner}', and the environment is account '${account}'`,
      ANNOTATION,
    );
  if (token === undefined) return failure(`there is no token in '${file}'`, ANNOTATION);
  if (hasKeys)
    return warning('AWS_ACCESS_KEY_ID is set, too, and goes before the web identity', 'unset it to use the role');
  return judgeEnd(role, { token, now: facts.now });
}

const claimsSchema = z.looseObject({ exp: z.number() });

/** RFC 7519: the second part holds the claims; `exp` is in seconds. */
function judgeEnd(role: string, { token, now }: { readonly token: string; readonly now: Date }): CheckResult {
  const claims = claimsSchema.safeParse(parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()));
  if (!claims.success) return failure('the web identity token is no JSON web token', ANNOTATION);
  const end = new Date(claims.data.exp * 1000);
  if (end <= now)
    return failure(`the web identity token ended at ${end.toISOString()}`, 'start the pod or the job anew');
  return ok(`'${role}', with a token until ${end.toISOString()}`);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
