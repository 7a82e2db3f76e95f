import type { Block } from '@slipway/cli';
import type { ChangeReview, Review, ReviewFinding, StackReview } from '@slipway/plan-review';
import { costWords } from '../cost-words.ts';
import { countWords, fateWords, kindWords, verdictWords } from '../change-words.ts';

/** The review for a terminal: the verdict, what is dangerous, then every change with its words. */
export function formatReview(review: Review): Block[] {
  const { verdict, commit, findings, stacks } = review;
  return [
    {
      kind: 'heading',
      text: `Plan review: ${verdictWords(verdict)}${commit === undefined ? '' : ` (commit ${commit})`}`,
    },
    ...list(findings.map(findingLine)),
    ...stacks.flatMap(stackBlocks),
  ];
}

function findingLine({ severity, path, rule, message, fix, override }: ReviewFinding): string {
  const level = override === undefined ? (severity === 'error' ? 'BLOCKED' : 'attention') : 'overridden';
  const why = override === undefined ? `fix: ${fix}` : `until ${override.expires}: ${override.reason}`;
  return `${level}: ${path}: ${message} [${rule}]; ${why}`;
}

function stackBlocks(review: StackReview): Block[] {
  const { stack, counts, changes, drift, outputs } = review;
  const lines = outputs.map(({ name, kind }) => `output ${name}: ${kindWords(kind)}`);
  return [
    {
      kind: 'heading',
      text: [`${stack}: ${countWords(counts) ?? 'no changes'}`, ...costWords(review)].join('; '),
    },
    ...changes.flatMap((change) => changeBlocks(change, fateWords(change))),
    ...drift.flatMap((change) => changeBlocks(change, 'changed outside of Terraform')),
    ...list(lines),
  ];
}

function changeBlocks(change: ChangeReview, fate: string): Block[] {
  const { address, words, attributes, kind } = change;
  const isEdit = kind === 'update' || kind === 'replace';
  const values = attributes.map(({ path, before = 'nothing', after = 'nothing' }) => `${path}: ${before} -> ${after}`);
  return [
    { kind: 'paragraph', text: `${address}: ${fate}` },
    ...list(isEdit && words.length === 0 ? values : words),
    ...list(costWords(change)),
  ];
}

function list(items: readonly string[]): Block[] {
  return items.length === 0 ? [] : [{ kind: 'list', items }];
}
