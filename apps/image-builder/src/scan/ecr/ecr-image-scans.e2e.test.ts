import { randomInt } from 'node:crypto';
import { afterAll, beforeAll } from '@jest/globals';
import { ImagePusher, cloudVariables } from '@slipway/ecr-inventory/testing';
import { imageScansContract } from '../image-scans.contract.ts';
import { EcrImageScans } from './ecr-image-scans.ts';

const region = 'eu-west-1';
/** No other test uses it. */
const account = String(randomInt(100_000_000_000, 1_000_000_000_000));
const repository = 'scan/api';
const before = { ...process.env };
let pusher: ImagePusher;
let count = 0;

beforeAll(async () => {
  const variables = await cloudVariables('--account', account);
  pusher = new ImagePusher(variables, region);
  await pusher.create(repository);
  Object.assign(process.env, variables);
});
afterAll(() => {
  process.env = before;
});

imageScansContract(() => ({
  scans: new EcrImageScans(new AbortController().signal),
  push: async () => {
    count += 1;
    const digest = await pusher.push(repository, { content: `scan ${count}` }, [`v${count}`]);
    return { region, repository, digest };
  },
}));
