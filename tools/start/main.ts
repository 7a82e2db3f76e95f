/** The main job, `npm start`: a fresh machine to a pushed API that answers a prediction, with no cloud account. */
import { Listr } from 'listr2';
import { StepFailure } from './step-failure.ts';
import { steps } from './steps.ts';
import { summary } from './summary.ts';
import type { Road } from './road.ts';

const road: Road = { environment: {}, images: [], times: [] };
const plain = process.env['CI'] !== undefined || !process.stdout.isTTY;

try {
  await new Listr(steps, {
    ctx: road,
    renderer: plain ? 'verbose' : 'default',
    rendererOptions: plain ? { logTitleChange: false } : { showErrorMessage: false },
  }).run();
  process.stdout.write(`\n${await summary(road)}\n`);
} catch (error) {
  if (!(error instanceof StepFailure)) throw error;
  if (!plain) process.stderr.write(`\n${error.message}\n`);
  process.exitCode = 1;
}
