import type { Block } from '@slipway/cli';
import type { SmokeReport } from './smoke-report.ts';

const ID_CHARACTERS = 12;

/** The report for people. The last lines of the log stand in the error. */
export function formatSmokeTest(report: SmokeReport): Block[] {
  const { container, imageId, image, passed, steps, kept, ledgerSequence } = report;
  const rows = steps.map(({ step, outcome, detail, milliseconds }) => [step, outcome, String(milliseconds), detail]);
  return [
    { kind: 'heading', text: `Smoke test of ${container}: ${passed ? 'passed' : 'failed'}` },
    { kind: 'paragraph', text: image ?? imageId },
    { kind: 'table', head: ['step', 'outcome', 'ms', 'seen'], rows, numbers: [2] },
    ...(ledgerSequence === undefined ? [] : [paragraph(`Entry ${ledgerSequence} of the ledger says so.`)]),
    ...(kept === undefined ? [] : [keptWords(kept)]),
  ];
}

function keptWords({ id, port }: { readonly id: string; readonly port: number }): Block {
  const name = id.slice(0, ID_CHARACTERS);
  return paragraph(`The container ${name} is left at 127.0.0.1:${port}; 'docker rm --force ${name}' removes it.`);
}

function paragraph(text: string): Block {
  return { kind: 'paragraph', text };
}
