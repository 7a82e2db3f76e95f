import type { World } from '../../world.ts';
import { applyPromote } from './apply-promote.ts';
import type { Promoted } from './apply-promote.ts';
import type { Choice } from './choose-candidate.ts';
import type { GateName } from './gates/gate.ts';
import { preparePromote } from './prepare-promote.ts';
import type { PreparedPromotion } from './prepare-promote.ts';
import type { PromotedImage, PromoteReport } from './promote-report.ts';

export interface PromoteOptions extends Choice {
  readonly containers: readonly string[];
  readonly from: string;
  readonly to: string;
  /** Profiles of AWS's configuration files. @default the credentials of this process */
  readonly fromProfile?: string;
  readonly toProfile?: string;
  readonly overrides: readonly GateName[];
  /** Why gates are overridden; written to the ledger. */
  readonly reason?: string;
  readonly dryRun: boolean;
}

/** Plans every promotion before the first is done, so that a closed gate or a taken tag stops all of them. */
export async function runPromote(options: PromoteOptions, world: World): Promise<PromoteReport> {
  const containers = [...new Set(options.containers)].map((name) => world.catalog.container(name));
  const prepared: PreparedPromotion[] = [];
  for (const container of containers) prepared.push(await preparePromote(container, options, world));
  const isClosed = prepared.some(({ gates }) => gates.some(({ state }) => state === 'closed'));
  const images: PromotedImage[] = [];
  for (const one of prepared)
    images.push(isClosed || options.dryRun ? planned(one, isClosed) : await promote(one, options, world));
  const { from, to, dryRun } = options;
  return { schemaVersion: 1, from, to, dryRun, images };
}

function planned(one: PreparedPromotion, isClosed: boolean): PromotedImage {
  if (one.plan.action === 'keep') return image(one, 'up-to-date');
  return image(one, isClosed ? 'refused' : 'planned');
}

async function promote(one: PreparedPromotion, options: PromoteOptions, world: World): Promise<PromotedImage> {
  const title = `promote ${one.container.name} from ${options.from} to ${options.to}`;
  const done = await world.progress.during(title, () => applyPromote(one, options, world));
  // Somebody else may have released the same image meanwhile.
  const isDone = done.copied !== undefined || done.entry !== undefined;
  return image(one, isDone ? 'promoted' : 'up-to-date', done);
}

function image(
  one: PreparedPromotion,
  result: PromotedImage['result'],
  { copied, entry }: Promoted = {},
): PromotedImage {
  const { container, digest, tags, current, gates } = one;
  return {
    container: container.name,
    repository: container.repository,
    digest,
    tags,
    result,
    ...(current === undefined ? {} : { previous: current }),
    gates,
    ...(copied === undefined ? {} : { copied }),
    ...(entry === undefined ? {} : { sequence: entry.sequence }),
  };
}
