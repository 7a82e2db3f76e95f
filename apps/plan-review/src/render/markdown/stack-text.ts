import { markdownCode, markdownWords } from '@slipway/cli';
import type { AttributeChange, ChangeReview, OutputReview, StackReview } from '@slipway/plan-review';
import { costWords } from '../cost-words.ts';
import { countWords, fateWords, kindWords, verdictWords } from '../change-words.ts';
import type { Detail } from './detail.ts';
import { htmlWords } from './html-words.ts';
import { linesWithin } from './lines-within.ts';
import { shortened } from './shortened.ts';

/** A stack, folded up: its name, verdict and numbers are the title. */
export function stackText(stack: StackReview, detail: Detail): string {
  const { counts, verdict, changes, drift, outputs } = stack;
  const name = htmlWords(shortened(stack.stack, detail));
  const facts = [verdictWords(verdict), countWords(counts) ?? 'no changes', ...costWords(stack)];
  const title = `<b>${name}</b>: ${facts.join('; ')}${drifted(drift.length)}`;
  const lines = [
    ...changeList(changes, (change) => fateWords(change), detail),
    ...changeList(drift, () => 'changed outside of Terraform', detail),
    ...outputs.slice(0, detail.changes).map((output) => outputText(output, detail)),
  ];
  if (lines.length === 0) return `<p>${title}</p>`;
  return `<details><summary>${title}</summary>\n\n${lines.join('\n')}\n\n</details>`;
}

function drifted(number: number): string {
  return number === 0 ? '' : `; ${number} changed outside of Terraform`;
}

function changeList(
  changes: readonly ChangeReview[],
  fate: (change: ChangeReview) => string,
  detail: Detail,
): string[] {
  const shown = linesWithin(changes.slice(0, detail.changes), {
    limit: detail.limit ?? Infinity,
    write: (change) => changeLines(change, fate(change), detail),
  });
  const rest = changes.length - Math.min(changes.length, detail.changes);
  return [...shown, ...(rest === 0 ? [] : [`- and ${rest} more resources`])];
}

function changeLines(change: ChangeReview, fate: string, detail: Detail): string[] {
  const { address, attributes, attributesInAll } = change;
  const words = detail.words ? [...change.words, ...costWords(change)] : [];
  const shown = detail.values === 'all' || (detail.values === 'edits' && isEdit(change)) ? attributes : [];
  const rest = shown.length === 0 ? 0 : attributesInAll - shown.length;
  return [
    `- ${markdownCode(shortened(address, detail))}: ${markdownWords(shortened(fate, detail))}`,
    ...words.map((sentence) => `  - **${markdownWords(shortened(sentence, detail))}**`),
    ...shown.map((attribute) => `  - ${attributeText(attribute, detail)}`),
    ...(rest === 0 ? [] : [`  - and ${rest} more values`]),
  ];
}

function isEdit({ kind }: ChangeReview): boolean {
  return kind !== 'create' && kind !== 'destroy';
}

function attributeText({ path, before, after }: AttributeChange, detail: Detail): string {
  const value = (text: string | undefined) => (text === undefined ? 'nothing' : valueText(shortened(text, detail)));
  return `${markdownCode(shortened(path, detail))}: ${value(before)} → ${value(after)}`;
}

function valueText(value: string): string {
  return value === '' ? 'an empty text' : markdownCode(value);
}

function outputText({ name, kind, attributes }: OutputReview, detail: Detail): string {
  const values = detail.values === 'all' ? attributes : [];
  return [
    `- output ${markdownCode(shortened(name, detail))}: ${kindWords(kind)}`,
    ...values.map(
      (attribute) =>
        `  - ${attributeText({ ...attribute, path: attribute.path === '' ? name : attribute.path }, detail)}`,
    ),
  ].join('\n');
}
