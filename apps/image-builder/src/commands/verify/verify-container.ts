import { findEnvironment } from '@slipway/ecr-inventory';
import { formatFindings, under, warning } from '@slipway/findings';
import type { Finding } from '@slipway/findings';
import { parseImageRecord } from '@slipway/images';
import type { ImageRecord } from '@slipway/images';
import type { PushTarget } from '../../catalog/catalog.ts';
import type { World } from '../../world.ts';
import { expectedImages } from './expected-images.ts';
import { findDifferences } from './find-differences.ts';
import { openRegions } from './open-regions.ts';
import type { Regions } from './open-regions.ts';
import { readRegion } from './read-region.ts';
import type { ExpectedImage, VerifiedContainer } from './verify-report.ts';

export interface Verified {
  readonly verified: VerifiedContainer;
  readonly findings: readonly Finding[];
}

/** Compares what is written down of a container with what every region holds. */
export async function verifyContainer(
  container: string,
  { environment: name, recordDir }: { readonly environment: string; readonly recordDir: string },
  world: World,
): Promise<Verified> {
  const target = world.catalog.target(world.catalog.container(container), name);
  const environment = findEnvironment(world.specs, name);
  const regions = await openRegions(target, environment, world);
  const { record, findings } = await readRecord(container, target, world.openRecords(recordDir));
  const entries = await world.openLedger(environment).entries(container);
  const expected = expectedImages({ entries, record, movingTags: target.movingTags });
  const found = [...findings, ...(expected.length === 0 ? [nothingKnown] : [])];
  const { repository } = target;
  const differences = await differencesOf(expected, regions);
  return {
    verified: { container, repository, regions: regionNames(regions), expected },
    findings: under(`${name} / ${container}`, [...found, ...differences]),
  };
}

const nothingKnown = warning('nothing-known', {
  message: 'neither the ledger nor a record says which image should be there',
  fix: 'publish or promote an image, or run this where the records of the last push are',
});

async function differencesOf(expected: readonly ExpectedImage[], { home, replicas }: Regions): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const image of expected) {
    const there = await readRegion(home, image);
    const copies = [];
    for (const replica of replicas) copies.push(await readRegion(replica, image));
    findings.push(...findDifferences(image, there, copies));
  }
  return findings;
}

function regionNames({ home, replicas }: Regions): string[] {
  return [home, ...replicas].map(({ region }) => region);
}

interface ReadRecord {
  readonly record: ImageRecord | undefined;
  readonly findings: readonly ReturnType<typeof warning>[];
}

/** The record of the last push; one of another registry, such as the local cloud's, is none of this one. */
async function readRecord(
  container: string,
  { environment, account, region }: PushTarget,
  store: ReturnType<World['openRecords']>,
): Promise<ReadRecord> {
  const text = await store.read(`${container}.${environment}`);
  if (text === undefined) return { record: undefined, findings: [] };
  const { record, findings } = parseImageRecord(text);
  if (findings !== undefined) return { record: undefined, findings: [brokenRecord(formatFindings(findings))] };
  const isOurs = record.pushed?.account === account && record.pushed.region === region;
  return { record: isOurs ? record : undefined, findings: [] };
}

function brokenRecord(why: string): ReturnType<typeof warning> {
  return warning('record-broken', {
    message: `the record of the last push can't be read: ${why}`,
    fix: 'delete it, or push again: that writes a new one',
  });
}
