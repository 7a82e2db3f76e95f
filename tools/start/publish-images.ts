import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { containers } from '@slipway/environments';
import { parseImageRecord } from '@slipway/images';
import type { PushedImage } from './road.ts';
import { run } from './run.ts';
import { StepFailure } from './step-failure.ts';
import type { Step } from './steps.ts';

/** Builds what changed and makes the registry hold it; what is there already is left alone. */
export const publishImages: Step = async (road, report) => {
  const names = Object.keys(containers);
  await run({
    command: ['nx', 'run-many', '-t', 'push', '-p', names.join(','), '--output-style=stream'],
    environment: { ...road.environment, NX_DAEMON: 'false' },
    signal: road.signal,
    next: 'read the failed step above, mend it and run npm start again',
    onLine: report,
  });
  road.images = await Promise.all(names.map(readRecord));
};

async function readRecord(container: string): Promise<PushedImage> {
  const file = join('dist', 'images', `${container}.dev.json`);
  const parsed = parseImageRecord(await readFile(file, 'utf8'));
  if ('record' in parsed && parsed.record.pushed !== undefined)
    return { ...parsed.record, pushed: parsed.record.pushed };
  throw new StepFailure(`"${file}" is not the record of a push\nnext: npx nx push ${container}`);
}
