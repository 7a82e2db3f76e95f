import type { Block, Cell } from '@slipway/cli';
import prettyBytes from 'pretty-bytes';
import type { CleanupPlan, ImageDecision, RepositoryPlan } from '../../cleanup/cleanup-plan.ts';
import type { CleanupResult, RepositoryResult } from './cleanup-result.ts';
import { shortDigest } from '../../release/short-digest.ts';

/** The plan for people: for each repository what goes and what stays, each with the reason. */
export function formatPlan(plan: CleanupPlan): Block[] {
  const { environment, account, rules, without, repositories } = plan;
  const going = repositories.flatMap(({ go }) => go);
  const heading: Block = { kind: 'heading', text: `Clean-up of ${environment} (account ${account})` };
  const text =
    `${going.length} images go, ${size(going)} at most: layers that other images share stay. ` +
    `The ${rules.keep} newest of each line of tags stay, and what is younger than ${rules.olderThanDays} ${rules.olderThanDays === 1 ? 'day' : 'days'}.` +
    (without.length === 0 ? '' : ` Not asked: ${without.join(', ')}; what only they need is not protected.`);
  return [heading, { kind: 'paragraph', text }, ...repositories.flatMap(repositoryBlocks)];
}

function repositoryBlocks({ region, repository, go, stay, warnings }: RepositoryPlan): Block[] {
  const images = [...go.map((image) => row('goes', image)), ...stay.map((image) => row('stays', image))];
  return [
    { kind: 'heading', text: `${region} ${repository}: ${go.length} go, ${stay.length} stay` },
    ...(images.length === 0 ? [] : [table(images)]),
    ...(warnings.length === 0 ? [] : [{ kind: 'list', items: warnings } as const]),
  ];
}

function table(rows: readonly (readonly Cell[])[]): Block {
  return { kind: 'table', head: ['', 'image', 'tags', 'pushed', 'size', 'because'], rows, numbers: [4] };
}

function row(fate: string, { digest, tags, pushedAt, bytes, because }: ImageDecision): Cell[] {
  return [
    fate,
    { code: shortDigest(digest) },
    tags.map((code) => ({ code })),
    pushedAt.slice(0, 10),
    bytes === undefined ? '' : prettyBytes(bytes, { binary: true }),
    because,
  ];
}

function size(images: readonly ImageDecision[]): string {
  return prettyBytes(
    images.reduce((sum, { bytes = 0 }) => sum + bytes, 0),
    { binary: true },
  );
}

/** What applying a plan did, for people. */
export function formatResult({ environment, account, repositories }: CleanupResult): Block[] {
  const heading: Block = { kind: 'heading', text: `Cleaned up ${environment} (account ${account})` };
  if (repositories.length === 0) return [heading, { kind: 'paragraph', text: 'The plan deletes nothing.' }];
  return [heading, { kind: 'list', items: repositories.flatMap(resultLines) }];
}

function resultLines({ region, repository, deleted, gone, kept }: RepositoryResult): string[] {
  return [
    `${region} ${repository}: ${deleted.length} deleted, ${gone.length} gone before, ${kept.length} kept`,
    ...kept.map(({ digest, code, reason }) => `${region} ${repository}: ${digest} kept: ${code}: ${reason}`),
  ];
}
