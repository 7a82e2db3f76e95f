import { errorName, isFailure } from '@slipway/cli';
import type { Digest } from '@slipway/images';
import type { Container } from '../../../catalog/catalog.ts';
import type { ContainerConfig } from '../../../config/container-config.ts';
import type { EnvironmentEnd } from '../../../release/open-end.ts';
import { evaluateScan } from '../../../scan/evaluation/evaluate-scan.ts';
import { readScanExceptions } from '../../../scan/exceptions/read-scan-exceptions.ts';
import type { ScanState } from '../../../scan/image-scans.ts';
import type { World } from '../../../world.ts';
import { thresholdOf } from '../../scan/plan-scan.ts';
import type { ScanFacts } from './gate.ts';

export interface ScanToRead {
  readonly container: Container;
  readonly config: ContainerConfig;
  readonly source: EnvironmentEnd;
  readonly target: Pick<EnvironmentEnd, 'spec'>;
  readonly digest: Digest;
}

/** What the scan at the source means for the target. None is started: a promotion changes nothing there. */
export async function readScan(asked: ScanToRead, world: Pick<World, 'workspace' | 'now'>): Promise<ScanFacts> {
  const { container, config, target } = asked;
  const exceptions = await readScanExceptions(world.workspace, container.context);
  const read = await stateOf(asked);
  if ('unreadable' in read) return read;
  const failOn = thresholdOf({ flag: undefined, config, environment: target.spec.name });
  const today = world.now().toISOString().slice(0, 10);
  const { state } = read;
  const { completedAt } = state ?? {};
  return {
    ...evaluateScan({ state, failOn, exceptions, today }),
    failOn,
    status: state?.status ?? 'not scanned',
    ...(completedAt === undefined ? {} : { completedAt }),
  };
}

type Read = { readonly state: ScanState | undefined } | { readonly unreadable: string };

async function stateOf({ source, digest }: ScanToRead): Promise<Read> {
  const { account, region, repository } = source.target;
  try {
    return { state: await source.access.scans.read({ account, region, repository, digest }) };
  } catch (error) {
    if (source.isForeign && isDenied(error)) return { unreadable: error.message };
    throw error;
  }
}

/** Credentials of the target's account may pull at the source; that they may read scans, too, has to be granted. */
function isDenied(error: unknown): error is Error {
  return isFailure(error) && error.code === 'aws-failed' && errorName(error.cause) === 'AccessDeniedException';
}
