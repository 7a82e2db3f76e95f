import type { Block, Cell, Inline } from '@slipway/cli';
import prettyBytes from 'pretty-bytes';
import { shortDigest } from '../../release/short-digest.ts';
import type { ListReport, ListedImage, ListedRepository } from './list-report.ts';

/** The images for people: a table for each repository. */
export function formatList({ environment, repositories }: ListReport): Block[] {
  return repositories.flatMap((repository) => repositoryBlocks(repository, environment));
}

const HEAD = ['digest', 'tags', 'pushed', 'age', 'size', 'holds', 'last pull', 'released'];

function repositoryBlocks(listed: ListedRepository, environment: string): Block[] {
  const { container, region, repository, images, untagged, warnings } = listed;
  const heading: Block = { kind: 'heading', text: `Images of ${container} in ${environment}: ${region} ${repository}` };
  const table: Block =
    images.length === 0
      ? { kind: 'paragraph', text: untagged.count === 0 ? 'There are no images.' : 'No image has a tag.' }
      : { kind: 'table', head: HEAD, rows: images.map(imageRow), numbers: [4] };
  const isFolded =
    untagged.count > 0 && images.every(({ tags, released }) => tags.length > 0 || released !== undefined);
  const left = `Without a tag: ${untagged.count} (${prettyBytes(untagged.bytes)}); --all lists them.`;
  return [
    heading,
    table,
    ...(isFolded ? [{ kind: 'paragraph', text: left } as const] : []),
    ...(warnings.length === 0 ? [] : [{ kind: 'list', items: warnings } as const]),
  ];
}

function imageRow(image: ListedImage): Cell[] {
  const { digest, tags, pushedAt, ageDays, bytes, lastPulledAt } = image;
  return [
    { code: shortDigest(digest) },
    tags.length === 0 ? 'untagged' : shownTags(tags),
    minutes(pushedAt),
    ageDays === 1 ? '1 day' : `${ageDays} days`,
    bytes === undefined ? 'not known' : prettyBytes(bytes),
    partsOf(image),
    lastPulledAt === undefined ? 'none recorded' : minutes(lastPulledAt),
    releaseOf(image),
  ];
}

/** An image may have 1,000 tags (Amazon ECR service quotas). JSON has all of them. */
const MOST_TAGS = 5;

function shownTags(tags: readonly string[]): Inline[] {
  const shown = tags.slice(0, MOST_TAGS).map((tag) => ({ code: tag }));
  return tags.length > MOST_TAGS ? [...shown, `and ${tags.length - MOST_TAGS} more`] : shown;
}

/** A moment to the minute, in UTC. */
function minutes(moment: string): string {
  return `${moment.slice(0, 10)} ${moment.slice(11, 16)}`;
}

function partsOf({ platforms, referrers, storageClass }: ListedImage): string[] {
  return [
    ...(platforms === 0 ? [] : [`${platforms} images`]),
    ...(referrers === 0 ? [] : [`${referrers} attached`]),
    ...(storageClass === undefined ? [] : ['archived']),
  ];
}

function releaseOf({ released }: ListedImage): string {
  if (released === undefined) return '';
  return `${released.current ? 'now, by ' : ''}${released.action} ${released.sequence}`;
}
