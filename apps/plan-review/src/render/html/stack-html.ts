import type { AttributeChange, ChangeReview, OutputReview, StackReview } from '@slipway/plan-review';
import { costWords } from '../cost-words.ts';
import { countWords, fateWords, kindWords, verdictWords } from '../change-words.ts';
import { escapeHtml } from './escape-html.ts';

/** A stack: each change with its words, and its values folded up. */
export function stackHtml(review: StackReview): string {
  const { stack, verdict, counts, changes, drift, outputs } = review;
  const entries = [
    ...changes.map((change) => changeHtml(change, fateWords(change))),
    ...drift.map((change) => changeHtml(change, 'changed outside of Terraform')),
    ...outputs.map(outputHtml),
  ];
  const heading = `<h2>${escapeHtml(stack)}: ${verdictWords(verdict)}</h2>`;
  return [heading, `<p>${[countWords(counts) ?? 'No changes.', ...costWords(review)].join('; ')}</p>`, ...entries].join(
    '\n',
  );
}

function changeHtml(change: ChangeReview, fate: string): string {
  const { address, kind, attributes, attributesInAll } = change;
  const words = [...change.words, ...costWords(change)];
  const title = `<code>${escapeHtml(address)}</code>: ${escapeHtml(fate)}`;
  const list = words.length === 0 ? '' : `<ul>${words.map((one) => `<li>${escapeHtml(one)}</li>`).join('')}</ul>`;
  return `<section class="change ${kind}" data-entry>${title}${list}${valuesHtml(attributes, attributesInAll)}</section>`;
}

function outputHtml({ name, kind, attributes }: OutputReview): string {
  const title = `output <code>${escapeHtml(name)}</code>: ${kindWords(kind)}`;
  return `<section class="change ${kind}" data-entry>${title}${valuesHtml(attributes, attributes.length)}</section>`;
}

function valuesHtml(attributes: readonly AttributeChange[], inAll: number): string {
  if (attributes.length === 0) return '';
  const rest = inAll - attributes.length;
  const title = `${inAll} ${inAll === 1 ? 'value' : 'values'}${rest === 0 ? '' : `, ${rest} of them not shown`}`;
  const head = '<tr><th scope="col">value</th><th scope="col">before</th><th scope="col">after</th></tr>';
  return `<details><summary>${title}</summary><table>${head}${attributes.map(rowHtml).join('')}</table></details>`;
}

function rowHtml({ path, before, after }: AttributeChange): string {
  const cell = (text: string | undefined) => (text === undefined ? 'nothing' : `<code>${escapeHtml(text)}</code>`);
  return `<tr><td>${cell(path === '' ? 'value' : path)}</td><td>${cell(before)}</td><td>${cell(after)}</td></tr>`;
}
