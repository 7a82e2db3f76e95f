import { describe, expect, it } from '@jest/globals';
import { run } from './run.ts';
import { StepFailure } from './step-failure.ts';

const node = (script: string): [string, ...string[]] => [process.execPath, '-e', script];

describe('run', () => {
  it('returns stdout and reports every line of both streams, without colours', async () => {
    const lines: string[] = [];
    const script = "console.log('\\u001b[31mout\\u001b[0m'); console.error('err')";
    const stdout = await run({ command: node(script), next: 'nothing', onLine: (line) => lines.push(line) });
    expect(stdout).toContain('out');
    expect(lines.sort()).toEqual(['err', 'out']);
  });

  it('fails with the command, its last lines and the next step', async () => {
    const failing = run({ command: node("console.error('reason'); process.exit(3)"), next: 'mend it' });
    await expect(failing).rejects.toThrow(StepFailure);
    await expect(failing).rejects.toThrow(/ failed\nreason\nnext: mend it$/);
  });

  it('fails the same way when it reports lines', async () => {
    const script = "for (let i = 1; i <= 40; i += 1) console.error('line ' + i); process.exit(1)";
    const failing = run({ command: node(script), next: 'mend it', onLine: () => undefined });
    await expect(failing).rejects.toThrow(/ failed\nline 16\n.*line 40\nnext: mend it$/s);
  });

  it('fails when the command does not exist', async () => {
    await expect(run({ command: ['no-such-command'], next: 'install it' })).rejects.toThrow('next: install it');
  });

  it('gives the command the environment that it is told', async () => {
    const stdout = await run({
      command: node('console.log(process.env.SPECIAL)'),
      environment: { SPECIAL: 'x' },
      next: '',
    });
    expect(stdout).toBe('x');
  });
});
