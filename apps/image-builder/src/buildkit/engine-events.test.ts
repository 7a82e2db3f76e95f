import { Readable } from 'node:stream';
import { expect, it } from '@jest/globals';
import { collect } from '../testing/collect.ts';
import { engineEvents } from './engine-events.ts';

async function read(lines: readonly object[]): Promise<unknown[]> {
  return collect(engineEvents(Readable.from(lines.map((line) => Buffer.from(`${JSON.stringify(line)}\n`)))));
}

it('passes events on', async () => {
  expect(await read([{ status: 'Pushed', id: 'abc', progressDetail: {} }])).toEqual([{ status: 'Pushed', id: 'abc' }]);
});

it('takes an error line for the failure that it is, with the longer text', async () => {
  const error = { errorDetail: { code: 1, message: 'write /x: no space left on device' }, error: 'short' };
  await expect(read([{ status: 'a' }, error])).rejects.toThrow('write /x: no space left on device');
  await expect(read([{ error: 'only this' }])).rejects.toThrow('only this');
});
