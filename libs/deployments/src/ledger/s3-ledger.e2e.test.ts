import { randomUUID } from 'node:crypto';
import { CreateBucketCommand, DeleteObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cloudVariables } from '@slipway/ecr-inventory/testing';
import { ledgerContract, testEntry } from '../testing/ledger.contract.ts';
import { removeBucket } from '../testing/remove-bucket.ts';
import { S3Ledger } from './s3-ledger.ts';
import type { S3LedgerOptions } from './s3-ledger.ts';

const region = 'ap-southeast-1';
const bucket = `ledger-test-${randomUUID()}`;
const account = '111122223333';
const { signal } = new AbortController();
let settings: Required<Pick<NonNullable<S3LedgerOptions['settings']>, 'endpoint' | 'credentials'>>;
let client: S3Client;

beforeAll(async () => {
  const variables = await cloudVariables('dev');
  const variable = (name: string) => variables[name] ?? '';
  settings = {
    endpoint: variable('AWS_ENDPOINT_URL'),
    credentials: {
      accessKeyId: variable('AWS_ACCESS_KEY_ID'),
      secretAccessKey: variable('AWS_SECRET_ACCESS_KEY'),
    },
  };
  client = new S3Client({ region, ...settings });
  await client.send(
    new CreateBucketCommand({ Bucket: bucket, CreateBucketConfiguration: { LocationConstraint: region } }),
  );
});

afterAll(async () => {
  await removeBucket(client, bucket);
});

function ledger(more: Partial<S3LedgerOptions> = {}, name = bucket): S3Ledger {
  return new S3Ledger({ name: 'dev', account, state: { bucket: name, region } }, { signal, settings, ...more });
}

async function put(key: string, text: string): Promise<void> {
  await client.send(new PutObjectCommand({ Bucket: bucket, Key: `ledger/dev/${key}`, Body: text }));
}

ledgerContract(() => ledger());

describe('the ledger in S3', () => {
  it('takes an entry that is there already for written: the answer to the first attempt may have been lost', async () => {
    const entry = testEntry({ container: 'twice', sequence: 1 });
    await ledger().append(entry);
    await ledger().append(entry);
    expect(await ledger().entries('twice')).toEqual([entry]);
  });

  it('reads every page', async () => {
    const entries = [1, 2, 3, 4, 5].map((sequence) => testEntry({ container: 'pages', sequence }));
    for (const entry of entries) await ledger().append(entry);
    expect(await ledger({ pageSize: 2 }).entries('pages')).toEqual(entries);
  });

  it.each([
    ['no JSON', 'not JSON'],
    ['an entry of another container', JSON.stringify(testEntry({ container: 'other', sequence: 1 }))],
    ['an entry of a newer version', '{ "schemaVersion": 2 }'],
  ])('does not trust %s', async (what, text) => {
    const container = what.replaceAll(' ', '-');
    await put(`${container}/00000001.json`, text);
    await expect(ledger().entries(container)).rejects.toMatchObject({
      code: 'ledger-unreadable',
      message: expect.stringContaining(`ledger/dev/${container}/00000001.json`) as unknown,
    });
  });

  it('sees that an entry was deleted', async () => {
    for (const sequence of [1, 2, 3]) await ledger().append(testEntry({ container: 'gap', sequence }));
    await client.send(new DeleteObjectCommand({ Bucket: bucket, Key: 'ledger/dev/gap/00000002.json' }));
    await expect(ledger().entries('gap')).rejects.toMatchObject({
      code: 'ledger-unreadable',
      message: expect.stringContaining('the entry 2 is missing') as unknown,
    });
  });

  it('says how to make a bucket that is not there', async () => {
    await expect(ledger({}, `none-${randomUUID()}`).entries('api')).rejects.toMatchObject({
      code: 'aws-failed',
      fix: expect.stringContaining('bootstrap') as unknown,
    });
  });

  it('is not waited for once the user ends the command', async () => {
    await expect(ledger({ signal: AbortSignal.abort() }).entries('api')).rejects.toMatchObject({ code: 'interrupted' });
  });
});
