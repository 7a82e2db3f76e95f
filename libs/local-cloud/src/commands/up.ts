import { Listr } from 'listr2';
import { cloudStatus } from '../cloud-status.ts';
import type { Step } from '../up/step.ts';
import { upCloud } from '../up/up-cloud.ts';
import type { UpOptions } from '../up/up-options.ts';
import { interruptible } from './interruptible.ts';

export interface UpCommandOptions extends UpOptions {
  readonly root: string;
  readonly json: boolean;
}

/** Brings the cloud up and says each step: as a live list in a terminal, else line by line. */
export async function up({ root, json, ...options }: UpCommandOptions): Promise<void> {
  const started = Date.now();
  await interruptible((signal) => {
    const onWait = (): void => {
      console.error('another local-cloud command is at work here: waiting for it');
    };
    return upCloud({ ...options, root, signal, onWait, perform: (steps) => perform(steps, json) });
  });
  const status = await cloudStatus(root);
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  if (json) console.log(JSON.stringify(status, null, 2));
  else
    console.log(
      `the local cloud is up at ${status.endpoint ?? ''} (${seconds} s); next: eval "$(npx local-cloud env)"`,
    );
}

async function perform(steps: readonly Step[], json: boolean): Promise<void> {
  const terminal = process.stdout.isTTY && process.env['CI'] === undefined;
  const renderer = json ? 'silent' : terminal ? 'default' : 'simple';
  const tasks = steps.map(({ title, run }) => ({
    title,
    task: async (_: unknown, task: { title: string; output: string }): Promise<void> => {
      const result = await run((line) => {
        task.output = line;
      });
      task.title = `${title}: ${result}`;
    },
  }));
  // Signals are ours: what was started has to be ended.
  await new Listr(tasks, { renderer, registerSignalListeners: false }).run();
}
