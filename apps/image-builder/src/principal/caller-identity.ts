import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import type { STSClientConfig } from '@aws-sdk/client-sts';
import { errorMessage, interrupted } from '@slipway/cli';
import { Failure } from '../failure.ts';

export interface IdentityOptions {
  readonly signal: AbortSignal;
  /** More than the SDK takes from this process, such as a profile. @default nothing */
  readonly settings?: STSClientConfig;
}

/**
 * ARN of the principal whose credentials are used. It needs no permission (STS API reference, GetCallerIdentity).
 * @throws Failure `aws-failed`
 */
export async function callerIdentity(region: string, { signal, settings }: IdentityOptions): Promise<string> {
  const client = new STSClient({ region, ...settings });
  try {
    const { Arn: arn } = await client.send(new GetCallerIdentityCommand({}), { abortSignal: signal });
    if (arn === undefined) throw new Error('the answer has no ARN');
    return arn;
  } catch (cause) {
    if (signal.aborted) throw interrupted(cause);
    throw new Failure({
      code: 'aws-failed',
      message: `STS in ${region} doesn't say whose credentials these are: ${errorMessage(cause)}`,
      fix: "log in ('aws sso login'), or load the local cloud's settings ('npx local-cloud env')",
      cause,
    });
  } finally {
    client.destroy();
  }
}
