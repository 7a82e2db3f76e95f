import { exitCodeOf, outcomeWords } from './outcome.ts';
import type { Outcome } from './outcome.ts';

/** One line for each step. */
export function textSummary(outcomes: readonly Outcome[]): string {
  const lines = outcomes.map((outcome) => `${time(outcome).padStart(9)}  ${outcome.name}: ${words(outcome)}`);
  return [...lines, `           ${together(outcomes)}`].join('\n');
}

/** The same for GitHub's step summary. Names and words are all ours. */
export function markdownSummary(pipeline: string, outcomes: readonly Outcome[]): string {
  const rows = outcomes.map((outcome) => `| ${outcome.name} | ${words(outcome)} | ${time(outcome).trim()} |`);
  return [
    `### ${pipeline}: ${together(outcomes)}`,
    '',
    '| step | result | time |',
    '| --- | --- | ---: |',
    ...rows,
    '',
  ].join('\n');
}

export function together(outcomes: readonly Outcome[]): string {
  if (outcomes.some(({ result }) => result === 'failed')) return `failed with exit code ${exitCodeOf(outcomes, false)}`;
  if (outcomes.every(({ result }) => result === 'idle')) return 'nothing is affected';
  return outcomes.some(({ result }) => result === 'not run') ? 'interrupted' : 'passed';
}

function words(outcome: Outcome): string {
  if (outcome.result === 'idle') return `nothing to do, ${outcome.why}`;
  return outcome.result === 'not run' ? outcome.result : outcomeWords(outcome);
}

function time(outcome: Outcome): string {
  return 'seconds' in outcome ? `${outcome.seconds.toFixed(1)} s` : '';
}
