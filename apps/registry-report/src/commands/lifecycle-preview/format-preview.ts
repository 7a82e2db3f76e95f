import { formatDollars } from '@slipway/ecr-inventory';
import type { Block, Cell } from '@slipway/cli';
import { formatAmount } from './format-amount.ts';
import { formatChanges } from './format-changes.ts';
import { formatImages } from './format-images.ts';
import type { LifecyclePreview, MissingRepository, PresentRepository, RuleEffect } from './lifecycle-preview.ts';

/** The preview for people: what is there, what each rule does, what a deployment changes, and every image where it was asked for. */
export function formatPreview(preview: LifecyclePreview): Block[] {
  const { environment, account, at, days, repositories } = preview;
  const present = repositories.filter((repository) => repository.state === 'present');
  const missing = repositories.filter((repository) => repository.state === 'missing');
  return [
    { kind: 'heading', text: `Lifecycle preview of ${environment} (account ${account})` },
    paragraph(
      `At ${at}, ${days} days ahead, if nothing is pushed, pulled or restored. ECR takes up to 24 hours from then.`,
    ),
    ...(present.length === 0 ? [] : [overview(present), paragraph(totals(preview))]),
    ...rules(present),
    ...formatChanges(present),
    ...present.flatMap(formatImages),
    ...(missing.length === 0 ? [] : [paragraph(`Not there yet: ${missing.map(placeOf).join(', ')}.`)]),
    ...warnings(present),
    paragraph(prices(preview)),
  ];
}

function paragraph(text: string): Block {
  return { kind: 'paragraph', text };
}

const POLICIES: Readonly<Record<PresentRepository['change']['inForce'], string>> = {
  none: 'no policy in force',
  same: 'as in force',
  different: 'differs',
  unreadable: 'not understood',
};

function overview(repositories: readonly PresentRepository[]): Block {
  return {
    kind: 'table',
    head: ['region', 'repository', 'images', 'size', '$ a month', 'expire now', 'expire later', 'archived', 'policy'],
    numbers: [2, 3, 4, 5, 6, 7],
    rows: repositories.map(({ region, repository, stored, effects, change }): Cell[] => [
      region,
      repository,
      ...formatAmount(stored),
      countOf(effects, { action: 'expire', when: 'now' }),
      countOf(effects, { action: 'expire', when: 'later' }),
      countOf(effects, { action: 'archive' }),
      POLICIES[change.inForce],
    ]),
  };
}

function countOf(effects: readonly RuleEffect[], wanted: Partial<Pick<RuleEffect, 'action' | 'when'>>): string {
  const { action, when } = wanted;
  const meant = effects.filter((effect) => effect.action === action && (when ?? effect.when) === effect.when);
  return String(meant.reduce((sum, { images }) => sum + images, 0));
}

function totals({ totals: { stored, expired, archived }, days }: LifecyclePreview): string {
  const [images, size] = formatAmount(stored);
  const saved = formatDollars(expired.dollarsPerMonth);
  return (
    `${images} images of ${size} cost ${formatDollars(stored.dollarsPerMonth)} a month. ` +
    `Within ${days} days ${expired.images} of them expire, which saves at most ${saved} a month; ${archived.images} are archived.`
  );
}

function rules(repositories: readonly PresentRepository[]): Block[] {
  const rows = repositories.flatMap(({ region, repository, effects }) =>
    effects.map(({ rule, action, when, ...amount }, index): Cell[] => [
      index === 0 ? `${region} ${repository}` : '',
      String(rule.priority),
      { code: rule.description },
      `${action} ${when}`,
      ...formatAmount(amount),
    ]),
  );
  if (rows.length === 0) return [paragraph('No image expires or is archived.')];
  const head = ['repository', 'rule', 'which', 'does', 'images', 'size', '$ a month'];
  return [
    { kind: 'heading', text: 'What the rules do' },
    { kind: 'table', head, rows, numbers: [1, 4, 5, 6] },
  ];
}

function warnings(repositories: readonly PresentRepository[]): Block[] {
  const items = repositories.flatMap((repository) =>
    repository.warnings.map((warning) => `${placeOf(repository)}: ${warning}`),
  );
  return items.length === 0
    ? []
    : [
        { kind: 'heading', text: 'Not certain' },
        { kind: 'list', items },
      ];
}

function placeOf({ region, repository }: PresentRepository | MissingRepository): string {
  return `${region} ${repository}`;
}

function prices({ prices: { checkedOn, source, note } }: LifecyclePreview): string {
  return `Prices of ${checkedOn} from ${source}: ${note}.`;
}
