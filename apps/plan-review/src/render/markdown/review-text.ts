import { markdownCode, markdownWords } from '@slipway/cli';
import type { Review, ReviewFinding } from '@slipway/plan-review';
import { verdictWords } from '../change-words.ts';
import type { Detail } from './detail.ts';
import { linesWithin } from './lines-within.ts';
import { shortened } from './shortened.ts';
import { stackText } from './stack-text.ts';

const ICONS = { ok: '✅', attention: '⚠️', blocked: '⛔' } as const;

/** The whole review at one level of detail. Every text of a plan is words or code, never markup. */
export function reviewText(review: Review, detail: Detail): string {
  const { verdict, commit, changed, stacks } = review;
  return [
    `## ${ICONS[verdict]} Plan review: ${verdictWords(verdict)}`,
    ...(commit === undefined ? [] : [`For commit ${markdownCode(shortened(commit, detail))}.`]),
    ...(changed ? [] : ['Nothing changes.']),
    ...findingsText(review.findings, detail),
    ...stacks.map((stack) => stackText(stack, detail)),
    ...(detail.isAll ? [] : ['This is shortened to fit into a comment.']),
    '',
  ].join('\n\n');
}

function findingsText(findings: readonly ReviewFinding[], detail: Detail): string[] {
  if (findings.length === 0) return [];
  const named = findings.slice(0, detail.findings);
  const rest = findings.length - named.length;
  const { limit = Infinity } = detail;
  const shown = linesWithin(named, { limit, write: (finding) => [findingText(finding, detail)] });
  return [[...shown, ...(rest === 0 ? [] : [`- and ${rest} more findings`])].join('\n')];
}

function findingText(finding: ReviewFinding, detail: Detail): string {
  const { severity, path, rule, message, fix, override } = finding;
  const words = (text: string) => markdownWords(shortened(text, detail));
  const level = override === undefined ? (severity === 'error' ? '⛔ **blocked**' : '⚠️') : '☑️ overridden';
  const why = override === undefined ? words(fix) : `until ${words(override.expires)}: ${words(override.reason)}`;
  return `- ${level} ${markdownCode(shortened(path, detail))}: ${words(message)} (${markdownCode(rule)})<br>${why}`;
}
