import { describe, expect, it } from '@jest/globals';
import { processRunner } from './run-process.ts';

const WAITS = `
  process.on('SIGINT', () => { console.log('interrupted'); process.exit(1); });
  setInterval(() => undefined, 1000);
  console.log('ready');`;

describe('processRunner', () => {
  const run = processRunner(new AbortController().signal);

  it('gives what a program wrote and how it ended, line by line too', async () => {
    const lines: string[] = [];
    const script = 'console.log("a\\nb"); console.error("c"); process.exit(3)';
    const ended = await run({ command: [process.execPath, '-e', script], onLine: (line) => lines.push(line) });
    expect(ended).toEqual({ exitCode: 3, stdout: 'a\nb\n', stderr: 'c\n' });
    expect(lines).toEqual(['a', 'b']);
  });

  it('says which program is not there', async () => {
    await expect(run({ command: ['no-such-program'] })).rejects.toMatchObject({
      code: 'missing-program',
      fix: 'install no-such-program, and have it in the PATH',
    });
  });

  it('lets an interrupted program end by itself', async () => {
    const ending = new AbortController();
    const lines: string[] = [];
    const onLine = (line: string) => {
      lines.push(line);
      ending.abort();
    };
    const ended = processRunner(ending.signal)({ command: [process.execPath, '-e', WAITS], onLine });
    await expect(ended).rejects.toMatchObject({ code: 'interrupted' });
    expect(lines).toEqual(['ready', 'interrupted']);
  });
});
