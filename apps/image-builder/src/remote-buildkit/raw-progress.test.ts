import { expect, it } from '@jest/globals';
import { formatBuildEvent } from '../buildkit/build-event.ts';
import { BuildSteps } from '../buildkit/build-steps.ts';
import { collect } from '../testing/collect.ts';
import { readProgress } from './raw-progress.ts';
import type { Said } from './raw-progress.ts';

/** Written down from buildctl 0.13.2, shortened. */
const STARTED = `{
  "vertexes": [
    {
      "digest": "sha256:ab",
      "name": "[1/1] RUN make",
      "started": "2026-11-26T00:00:21.500000000Z"
    }
  ]
}`;
const LOG = `{"logs":[{"vertex":"sha256:ab","stream":1,"data":"${Buffer.from('größe\n').toString('base64')}","timestamp":"2026-11-26T00:00:21Z"}]}`;
const DONE =
  '{"vertexes":[{"digest":"sha256:ab","name":"[1/1] RUN make","started":"2026-11-26T00:00:21.5Z","completed":"2026-11-26T00:00:23Z"}]}';

async function read(text: string): Promise<Said[]> {
  async function* lines(): AsyncGenerator<string> {
    for (const line of text.split('\n')) yield await Promise.resolve(line);
  }
  return collect(readProgress(lines()));
}

it('reads objects on many lines and on one, as steps with their times', async () => {
  const steps = new BuildSteps();
  const said = await read([STARTED, LOG, DONE].join('\n'));
  const events = said.flatMap((item) => ('trace' in item ? steps.take(item.trace) : []));
  expect(events.map(formatBuildEvent)).toEqual(['... [1/1] RUN make', '  | größe', '1.5 s [1/1] RUN make']);
});

it('keeps other words', async () => {
  const said = await read(['Dockerfile:2', '{ "no": progress', 'error: failed to solve: x'].join('\n'));
  expect(said).toEqual([
    { words: 'Dockerfile:2' },
    { words: '{ "no": progress' },
    { words: 'error: failed to solve: x' },
  ]);
});

it('takes an object that is cut off for words', async () => {
  expect(await read('{\n  "vertexes": [')).toEqual([{ words: '{\n  "vertexes": [' }]);
});
