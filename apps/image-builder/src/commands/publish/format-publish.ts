import type { Block, Cell } from '@slipway/cli';
import type { PublishReport, Published } from './publish-report.ts';

/** The report for people. What failed is listed below the table, with what to do. */
export function formatPublish({ environment, dryRun, containers }: PublishReport): Block[] {
  const title = dryRun ? `What publish would do in ${environment}` : `Published to ${environment}`;
  const heading: Block = { kind: 'heading', text: title };
  if (containers.length === 0)
    return [heading, { kind: 'paragraph', text: 'No container is affected by the changes.' }];
  const table: Block = { kind: 'table', head: ['container', 'result', 'tags', 'digest'], rows: containers.map(row) };
  const failed = containers.filter((published) => published.outcome === 'failed');
  if (failed.length === 0) return [heading, table];
  const items = failed.map(({ container, error }) => `${container}: ${error.message}; fix: ${error.fix}`);
  return [heading, table, { kind: 'list', items }];
}

function row(published: Published): Cell[] {
  const { container } = published;
  switch (published.outcome) {
    case 'failed':
      return [container, `failed: ${published.error.code}`, '', ''];
    case 'planned':
      return [container, WOULD[published.action], codes(published.tags), ''];
    case 'published':
      return [container, ...publishedCells(published)];
    default:
      return published satisfies never;
  }
}

const WOULD = {
  keep: 'nothing to do',
  tag: 'would add tags; sends no layer',
  push: 'would push, built first where needed',
} as const;

function publishedCells({ image, release }: Published & { readonly outcome: 'published' }): Cell[] {
  const { result = '', digest = '' } = image.pushed ?? {};
  const lines = release === undefined ? [result] : [result, `release ${release}`];
  return [lines, codes(image.tags.map(({ name }) => name)), { code: digest }];
}

function codes(texts: readonly string[]): Cell {
  return texts.map((code) => ({ code }));
}
