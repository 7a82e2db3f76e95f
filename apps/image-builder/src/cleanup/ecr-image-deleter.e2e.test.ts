import { randomUUID } from 'node:crypto';
import { DeleteRepositoryCommand } from '@aws-sdk/client-ecr';
import { afterAll, beforeAll } from '@jest/globals';
import { EcrRegistry } from '@slipway/ecr-inventory';
import { ImagePusher, cloudVariables } from '@slipway/ecr-inventory/testing';
import { EcrImageDeleter } from './ecr-image-deleter.ts';
import { imageDeleterContract } from './image-deleter.contract.ts';

const region = 'us-east-1';
const before = { ...process.env };
const made: string[] = [];
const signal = new AbortController().signal;
let pusher: ImagePusher;
let account: string;

beforeAll(async () => {
  const variables = await cloudVariables('dev');
  pusher = new ImagePusher(variables, region);
  Object.assign(process.env, variables);
  account = await new EcrRegistry(signal).account(region);
});
afterAll(async () => {
  for (const repositoryName of made)
    await pusher.client.send(new DeleteRepositoryCommand({ repositoryName, force: true }));
  pusher.client.destroy();
  process.env = before;
});

imageDeleterContract(async () => {
  const name = `cleanup-test/${randomUUID()}`;
  made.push(name);
  await pusher.create(name);
  const repository = { account, region, name };
  return {
    deleter: new EcrImageDeleter(signal),
    repository,
    push: (content, { tags, ...more }) => pusher.push(name, { content, ...more }, tags),
    digests: async () =>
      ((await new EcrRegistry(signal).inventory(repository))?.images ?? []).map(({ digest }) => digest),
  };
});
