import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder } from './temporary-folder.ts';

/** What the program answers to a command line that holds all these words in a row. */
export interface FakeAnswer {
  readonly to: string;
  readonly stdout?: string;
  readonly stderr?: string;
  readonly exitCode?: number;
}

export interface FakeCall {
  readonly args: readonly string[];
  readonly input: string;
}

export interface FakeKubectl {
  readonly folder: string;
  readonly program: string;
  calls(): Promise<readonly FakeCall[]>;
}

/** An executable that is called like kubectl, answers the same each time, and writes down how it was called. */
export async function fakeKubectl(answers: readonly FakeAnswer[]): Promise<FakeKubectl> {
  const folder = await temporaryFolder({ kubectl: script(answers), 'calls.jsonl': '' });
  return {
    folder,
    program: join(folder, 'kubectl'),
    calls: async () => {
      const lines = (await readFile(join(folder, 'calls.jsonl'), 'utf8')).split('\n').filter((line) => line !== '');
      return lines.map((line) => JSON.parse(line) as FakeCall);
    },
  };
}

function script(answers: readonly FakeAnswer[]): string {
  return `#!${process.execPath}
const { appendFileSync, readFileSync } = require('node:fs');
const args = process.argv.slice(2);
const input = readFileSync(0, 'utf8');
appendFileSync(require('node:path').join(__dirname, 'calls.jsonl'), JSON.stringify({ args, input }) + '\\n');
const answers = ${JSON.stringify(answers)};
const found = answers.find(({ to }) => args.join(' ').includes(to));
const { stdout = '', stderr = '', exitCode = 0 } = found ?? { stderr: 'unexpected: ' + args.join(' '), exitCode: 64 };
process.stdout.write(stdout);
process.stderr.write(stderr);
process.exitCode = exitCode;
`;
}
