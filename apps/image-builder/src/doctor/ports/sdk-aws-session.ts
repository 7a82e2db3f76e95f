import { ECRClient } from '@aws-sdk/client-ecr';
import { ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3';
import { errorMessage, errorName, interrupted } from '@slipway/cli';
import { EcrRegistry } from '@slipway/ecr-inventory';
import { Failure } from '../../failure.ts';
import { EcrRegistryLogins } from '../../login/ecr-registry-logins.ts';
import { callerIdentity } from '../../principal/caller-identity.ts';
import type { AwsSession, BucketAccess } from './aws-session.ts';

/** By the SDK's own settings (credentials, endpoints) of this process. */
export function sdkAwsSession(signal: AbortSignal, env: Readonly<Record<string, string | undefined>>): AwsSession {
  const during = async <T>(what: string, work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (cause) {
      if (signal.aborted) throw interrupted(cause);
      throw awsFailure(what, cause);
    }
  };
  const registry = new EcrRegistry(signal);
  const logins = new EcrRegistryLogins(signal);
  return {
    whoami: (region) => callerIdentity(region, { signal }),
    logIn: (region) => logins.logIn(region),
    repositoryPolicy: (address) => registry.repositoryPolicy(address),
    credentialsEnd: (region) =>
      during('find credentials', async () => {
        const { expiration } = await new ECRClient({ region }).config.credentials();
        return expiration?.toISOString();
      }),
    timeOf: (region) => during(`ask ECR in ${region} for the time`, () => timeAt(ecrEndpoint(region, env), signal)),
    bucket: ({ bucket, region }) => during(`read the bucket '${bucket}'`, () => bucketAccess(bucket, region, signal)),
  };
}

function ecrEndpoint(region: string, env: Readonly<Record<string, string | undefined>>): URL {
  const client = new ECRClient({ region });
  const set = [env['AWS_ENDPOINT_URL_ECR'], env['AWS_ENDPOINT_URL']].find((one) => one !== undefined && one !== '');
  return set === undefined ? client.config.endpointProvider({ Region: region }).url : new URL(set);
}

/** Every answer has the date, also one that refuses a call without a signature (RFC 9110, 6.6.1). */
async function timeAt(endpoint: URL, signal: AbortSignal): Promise<Date> {
  const answer = await fetch(endpoint, { method: 'HEAD', signal, redirect: 'manual' });
  const date = new Date(answer.headers.get('date') ?? '');
  if (!Number.isNaN(date.getTime())) return date;
  throw new Error(`'${endpoint.host}' answered without a date`);
}

async function bucketAccess(Bucket: string, region: string, signal: AbortSignal): Promise<BucketAccess> {
  const client = new S3Client({ region });
  try {
    await client.send(new ListObjectsV2Command({ Bucket, MaxKeys: 1 }), { abortSignal: signal });
    return 'readable';
  } catch (error) {
    if (errorName(error) === 'NoSuchBucket') return 'missing';
    if (errorName(error) === 'AccessDenied') return 'denied';
    throw error;
  } finally {
    client.destroy();
  }
}

function awsFailure(what: string, cause: unknown): Failure {
  return new Failure({
    code: 'aws-failed',
    message: `can't ${what}: ${errorName(cause)}: ${errorMessage(cause)}`,
    fix: 'log in (\'aws sso login\') and check the network; for the local cloud: eval "$(npx local-cloud env dev)"',
    cause,
  });
}
