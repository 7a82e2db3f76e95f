import { AwsError } from './aws-error.ts';
import type { RegistryId } from './control-plane.ts';

// AWS gives this number to nobody.
const ownAccount = '000000000000';

/** Calls moto's ECR in the name of an account. */
export class MotoClient {
  readonly #url: string;

  constructor(port: number) {
    this.#url = `http://127.0.0.1:${port}/`;
  }

  /** @throws AwsError when moto refuses, with its words. */
  async ecr(action: string, registry: RegistryId, input: object): Promise<unknown> {
    const answer = await fetch(this.#url, {
      method: 'POST',
      headers: {
        ...asAccount(registry, 'ecr'),
        'content-type': 'application/x-amz-json-1.1',
        'x-amz-target': `AmazonEC2ContainerRegistry_V20150921.${action}`,
      },
      body: JSON.stringify(input),
    });
    return answer.ok ? answer.json() : refuse(action, answer);
  }

  /** Reads or writes an object or a bucket of the account that stands for the gateway itself. */
  async s3(method: 'GET' | 'PUT', path: string, body?: string): Promise<{ status: number; text: string }> {
    const headers = asAccount({ account: ownAccount, region: 'us-east-1' }, 's3');
    const answer = await fetch(this.#url + path, { method, headers, body: body ?? null });
    return { status: answer.status, text: await answer.text() };
  }

  /** The account that moto gives to an access key, such as one from AssumeRole. */
  async accountOf(accessKeyId: string): Promise<string> {
    const answer = await fetch(this.#url, {
      method: 'POST',
      headers: { authorization: authorization(accessKeyId, 'us-east-1', 'sts') },
      body: new URLSearchParams({ Action: 'GetCallerIdentity', Version: '2011-06-15' }),
    });
    const account = /<Account>(\d{12})<\/Account>/.exec(await answer.text())?.[1];
    if (account !== undefined) return account;
    throw new AwsError('UnrecognizedClientException', `The access key "${accessKeyId}" belongs to no account`, 403);
  }
}

function asAccount({ account, region }: RegistryId, service: string): Record<string, string> {
  return { 'x-moto-account-id': account, authorization: authorization(`LOCAL${account}`, region, service) };
}

/** moto reads key, region and service from the header and checks no signature. */
function authorization(accessKeyId: string, region: string, service: string): string {
  const scope = `${accessKeyId}/20260101/${region}/${service}/aws4_request`;
  return `AWS4-HMAC-SHA256 Credential=${scope}, SignedHeaders=host, Signature=none`;
}

async function refuse(action: string, answer: Response): Promise<never> {
  const text = await answer.text();
  const { type, message } = readError(text);
  if (type !== undefined) throw new AwsError(type, message, answer.status);
  throw new AwsError('ServerException', `the emulator failed at ecr:${action}; its log is in the state folder`, 500);
}

function readError(text: string): { type: string | undefined; message: string } {
  if (!text.startsWith('{')) return { type: undefined, message: text };
  const error = JSON.parse(text) as { __type?: string; message?: string };
  return { type: error.__type, message: error.message ?? '' };
}
