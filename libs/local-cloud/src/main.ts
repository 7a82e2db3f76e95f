#!/usr/bin/env node
import { CloudError } from './cloud-error.ts';
import { Interruption } from './commands/interruptible.ts';
import { program } from './commands/program.ts';

try {
  await program().parseAsync();
} catch (error) {
  if (error instanceof CloudError)
    console.error([error.message, ...error.details.map((line) => `  ${line}`), error.fix].join('\n'));
  else if (error instanceof Interruption) console.error(error.message);
  else throw error;
  process.exitCode = error instanceof Interruption ? error.exitCode : 1;
}
