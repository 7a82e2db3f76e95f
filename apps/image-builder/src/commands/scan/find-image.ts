import type { Digest } from '@slipway/images';
import { Failure } from '../../failure.ts';
import { releasedImage } from '../../layers/choose-image.ts';
import type { OpenRepository } from '../../layers/open-repository.ts';
import type { World } from '../../world.ts';
import { recordedDigest } from '../push/read-registry.ts';
import type { ScanOptions } from './run-scan.ts';

export interface ImageToScan {
  readonly digest: Digest;
  /** What it was found by, in words. */
  readonly chosenBy: string;
}

/**
 * The image that is asked for; else that of the last push from here; else the one that the ledger calls released.
 * @throws Failure `image-missing`
 */
export async function findImage(repository: OpenRepository, options: ScanOptions, world: World): Promise<ImageToScan> {
  const { container, target, registry } = repository;
  const wanted = asked(options) ?? (await lastPush(repository, options, world)) ?? (await releasedImage(repository));
  if (wanted === undefined) {
    const message = `no push of '${container.name}' to '${target.environment}' is recorded in '${options.recordDir}', and its ledger has no release`;
    throw missing(message);
  }
  const digest = await registry.digestOf(wanted.reference);
  if (digest !== undefined) return { digest, chosenBy: wanted.chosenBy };
  throw missing(`'${target.repository}' in '${target.environment}' holds no image '${wanted.reference}'`);
}

interface Wanted {
  readonly reference: string;
  readonly chosenBy: string;
}

function asked({ reference }: ScanOptions): Wanted | undefined {
  return reference === undefined ? undefined : { reference, chosenBy: `'${reference}'` };
}

async function lastPush(
  { container, target, place }: OpenRepository,
  { recordDir }: ScanOptions,
  { openRecords, progress }: World,
): Promise<Wanted | undefined> {
  const name = `${container.name}.${target.environment}`;
  const reference = await recordedDigest({ store: openRecords(recordDir), name, place, progress });
  return reference === undefined ? undefined : { reference, chosenBy: `the last push in the record '${name}'` };
}

function missing(message: string): Failure {
  return new Failure({ code: 'image-missing', message, fix: 'push it first, or give --tag or --digest' });
}
