import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { startEcrStub } from '@slipway/ecr-inventory/testing';
import type { EcrStub, StubAnswer } from '@slipway/ecr-inventory/testing';
import { EcrImageScans } from './ecr-image-scans.ts';

const image = { region: 'us-east-1', repository: 'shop/api', digest: 'sha256:abc' };
const before = { ...process.env };
let stub: EcrStub;
let answer: (action: string, input: Readonly<Record<string, unknown>>) => StubAnswer;
let ending: AbortController;

beforeEach(async () => {
  stub = await startEcrStub((action, input) => answer(action, input));
  ending = new AbortController();
  Object.assign(process.env, { AWS_ENDPOINT_URL: stub.url, AWS_ACCESS_KEY_ID: 'FAKE', AWS_SECRET_ACCESS_KEY: 'fake' });
});
afterEach(async () => {
  process.env = before;
  await stub.stop();
});
const scans = () => new EcrImageScans(ending.signal);

const enhanced = (id: string, status: string) => ({
  severity: 'UNTRIAGED',
  status,
  description: 'words',
  packageVulnerabilityDetails: {
    vulnerabilityId: id,
    sourceUrl: 'https://nvd.test',
    vulnerablePackages: [
      { name: 'curl', version: '8.0', fixedInVersion: '8.1' },
      { name: 'libcurl', version: '8.0', fixedInVersion: 'NotAvailable' },
    ],
  },
});

describe('EcrImageScans', () => {
  it("asks its own account's registry, or the one that is named", async () => {
    const asked: unknown[] = [];
    answer = (_, { registryId }) => (asked.push(registryId), { body: { imageScanStatus: { status: 'ACTIVE' } } });
    await scans().read(image);
    await scans().read({ ...image, account: '111122223333' });
    expect(asked).toEqual([undefined, '111122223333']);
  });

  it('reads every page of a basic scan', async () => {
    const page = (name: string) => ({
      imageScanStatus: { status: 'COMPLETE', description: 'done' },
      imageScanFindings: {
        imageScanCompletedAt: 1_772_409_600,
        findings: [
          {
            name,
            severity: 'CRITICAL',
            uri: 'https://cve.test',
            attributes: [
              { key: 'package_name', value: 'zlib' },
              { key: 'package_version', value: '1.2' },
            ],
          },
        ],
      },
    });
    answer = (_, { nextToken }) => ({
      body: nextToken === undefined ? { ...page('CVE-1'), nextToken: 'more' } : page('CVE-2'),
    });
    const state = await scans().read(image);
    expect(state).toMatchObject({ status: 'COMPLETE', completedAt: '2026-03-02T00:00:00.000Z' });
    expect(state?.vulnerabilities.map(({ id }) => id)).toEqual(['CVE-1', 'CVE-2']);
    expect(state?.vulnerabilities[0]).toEqual({
      id: 'CVE-1',
      severity: 'critical',
      description: '',
      url: 'https://cve.test',
      packages: [{ name: 'zlib', version: '1.2' }],
    });
    expect(stub.calls[0]?.input).toEqual({
      repositoryName: 'shop/api',
      imageId: { imageDigest: 'sha256:abc' },
      maxResults: 1000,
    });
  });

  it("reads Inspector's findings, without those that are closed", async () => {
    const enhancedFindings = [
      enhanced('CVE-1', 'ACTIVE'),
      enhanced('CVE-2', 'CLOSED'),
      enhanced('CVE-3', 'SUPPRESSED'),
    ];
    answer = () => ({ body: { imageScanStatus: { status: 'ACTIVE' }, imageScanFindings: { enhancedFindings } } });
    const state = await scans().read(image);
    expect(state?.vulnerabilities.map(({ id }) => id)).toEqual(['CVE-1', 'CVE-3']);
    expect(state?.vulnerabilities[0]).toMatchObject({
      severity: 'undefined',
      packages: [
        { name: 'curl', version: '8.0', fixedIn: '8.1' },
        { name: 'libcurl', version: '8.0' },
      ],
    });
    expect(state?.vulnerabilities[0]?.packages[1]).not.toHaveProperty('fixedIn');
  });

  it.each([
    ['ENHANCED', 'enhanced'],
    ['BASIC', 'basic'],
  ])('knows %s scanning', async (scanType, kind) => {
    answer = () => ({ body: { scanningConfiguration: { scanType, rules: [] } } });
    expect(await scans().kind('us-east-1')).toBe(kind);
  });

  it.each([
    ['LimitExceededException', 'too-soon'],
    ['UnsupportedImageTypeException', 'unsupported'],
    ['ImageArchivedException', 'archived'],
  ])('takes %s as an answer', async (exception, start) => {
    answer = () => ({ exception });
    expect(await scans().start(image)).toBe(start);
  });

  it.each([
    ['ImageNotFoundException', 'image-missing'],
    ['RepositoryNotFoundException', 'repository-missing'],
    ['AccessDeniedException', 'aws-failed'],
    ['ValidationException', 'aws-failed'],
  ])('fails for %s', async (exception, code) => {
    answer = () => ({ exception });
    await expect(scans().start(image)).rejects.toMatchObject({ code });
    await expect(scans().read(image)).rejects.toMatchObject({ code });
  });

  it('ends when the user ends the command', async () => {
    answer = () => 'hang';
    const read = scans().read(image);
    ending.abort();
    await expect(read).rejects.toMatchObject({ code: 'interrupted' });
  });
});
