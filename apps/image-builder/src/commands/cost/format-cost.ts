import type { Block, Cell } from '@slipway/cli';
import { basisWords, formatDollars } from '@slipway/ecr-inventory';
import prettyBytes from 'pretty-bytes';
import type { AlternativeCost, CostReport, CostTotals, RepositoryCost, Stored } from '../../cost/cost-report.ts';

/** The report for people. */
export function formatCost(report: CostReport): Block[] {
  const { environment, account, prices, repositories, totals, alternatives, notes } = report;
  return [
    { kind: 'heading', text: `What images of ${environment} cost (account ${account})` },
    ...(repositories.length === 0
      ? [paragraph('There is no repository yet.')]
      : [
          repositoryTable(repositories, totals),
          paragraph(summary(totals)),
          { kind: 'list', items: more(report) } as const,
        ]),
    { kind: 'heading', text: 'The same elsewhere' },
    alternativeTable(alternatives, totals.stored),
    { kind: 'list', items: [...notes, `Prices of ECR: ${prices.source}, ${prices.checkedOn}.`] },
  ];
}

function paragraph(text: string): Block {
  return { kind: 'paragraph', text };
}

const HEAD = [
  'region',
  'repository',
  'images',
  'layers once',
  'as ECR reports',
  'a month',
  'after lifecycle',
  'a month then',
];

function repositoryTable(repositories: readonly RepositoryCost[], { stored, afterLifecycle }: CostTotals): Block {
  const rows = repositories.map((each): Cell[] => [
    each.region,
    each.repository,
    ...amounts(each.stored, each.afterLifecycle, size(each.reportedBytes)),
  ]);
  const reported = repositories.reduce((sum, { reportedBytes }) => sum + reportedBytes, 0);
  const total = ['total', '', ...amounts(stored, afterLifecycle, size(reported))];
  return { kind: 'table', head: HEAD, rows: [...rows, total], numbers: [2, 3, 4, 5, 6, 7] };
}

function amounts(now: Stored, then: Stored, reported: string): string[] {
  return [
    String(now.images),
    size(now.bytes),
    reported,
    formatDollars(now.dollarsPerMonth),
    size(then.bytes),
    formatDollars(then.dollarsPerMonth),
  ];
}

function summary({ stored, savedBytes, savedDollarsPerMonth, inFirstYear }: CostTotals): string {
  const first = `${formatDollars(inFirstYear.dollarsPerMonth)} in an account's first year, with 500 MB free`;
  const saved = `The lifecycle policies of the specs save ${size(savedBytes)}, ${formatDollars(savedDollarsPerMonth)} a month, once they have acted on what is due now.`;
  return `Storage costs ${formatDollars(stored.dollarsPerMonth)} a month, ${first}. ${saved}`;
}

function more({ scanning, transfer, repositories }: CostReport): string[] {
  const unread = repositories.reduce((sum, each) => sum + each.unread, 0);
  return [
    scanning === undefined
      ? 'Basic scanning costs nothing.'
      : `Enhanced scanning of ${scanning.images} images pushed in the last 30 days: ${formatDollars(scanning.dollarsPerMonth)} a month.`,
    ...(transfer === undefined
      ? []
      : [
          `${transfer.gigabytes} GB a month from ${transfer.region} to the internet: ${formatDollars(transfer.dollarsPerMonth)} (the price: ${basisWords(transfer.basis)}).`,
        ]),
    ...(unread === 0 ? [] : [`${unread} images could not be read layer by layer: they count as ECR reports them.`]),
  ];
}

function alternativeTable(alternatives: readonly AlternativeCost[], { dollarsPerMonth }: Stored): Block {
  const own: Cell[] = ['Amazon ECR, private', formatDollars(dollarsPerMonth), 'this environment', ''];
  const rows = alternatives.map(({ name, dollarsPerMonth: dollars, note, source, asOf, basis }): Cell[] => [
    name,
    formatDollars(dollars),
    note,
    `${source}, ${asOf}, ${basisWords(basis)}`,
  ]);
  return { kind: 'table', head: ['registry', 'a month', 'note', 'source'], rows: [own, ...rows], numbers: [1] };
}

function size(bytes: number): string {
  return prettyBytes(bytes, { binary: true });
}
