import { randomInt } from 'node:crypto';
import { PutLifecyclePolicyCommand, SetRepositoryPolicyCommand } from '@aws-sdk/client-ecr';
import { afterAll, beforeAll } from '@jest/globals';
import { ImagePusher } from './testing/image-pusher.ts';
import { cloudVariables } from './testing/local-cloud.ts';
import { EcrRegistry } from './ecr-registry.ts';
import { registryReaderContract } from './testing/registry-reader.contract.ts';
import type { NewPolicies } from './testing/registry-reader.contract.ts';

const region = 'eu-west-1';
/** No other test uses it. */
const account = String(randomInt(100_000_000_000, 1_000_000_000_000));
const before = { ...process.env };
let pusher: ImagePusher;

beforeAll(async () => {
  const variables = await cloudVariables('--account', account);
  pusher = new ImagePusher(variables, region);
  Object.assign(process.env, variables);
});
afterAll(() => {
  process.env = before;
});

async function create(repositoryName: string, { lifecyclePolicy, repositoryPolicy }: NewPolicies): Promise<void> {
  await pusher.create(repositoryName);
  if (lifecyclePolicy !== undefined)
    await pusher.client.send(new PutLifecyclePolicyCommand({ repositoryName, lifecyclePolicyText: lifecyclePolicy }));
  if (repositoryPolicy !== undefined)
    await pusher.client.send(new SetRepositoryPolicyCommand({ repositoryName, policyText: repositoryPolicy }));
}

registryReaderContract(() => ({
  reader: new EcrRegistry(new AbortController().signal),
  account,
  region,
  create,
  push: (name, { tags, ...image }) => pusher.push(name, image, tags),
}));
