import { CloudError } from '../cloud-error.ts';

/** Value of TF_REATTACH_PROVIDERS for a shell with an access key, from the running gateway. @throws CloudError when it has none. */
export async function reattachValue(endpoint: string, accessKeyId: string): Promise<string> {
  const answer = await fetch(`${endpoint}/_slipway/reattach/${accessKeyId}`);
  const body: unknown = await answer.json();
  if (answer.ok && typeof body === 'object' && body !== null && 'reattach' in body && typeof body.reattach === 'string')
    return body.reattach;
  throw new CloudError(`the gateway has no provider for "${accessKeyId}": ${JSON.stringify(body)}`, {
    fix: 'run `npx local-cloud up` again',
  });
}
