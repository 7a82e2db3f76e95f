import { describe, expect, it } from '@jest/globals';
import { formatBuildEvent } from './build-event.ts';
import { BuildSteps } from './build-steps.ts';
import type { BuildTrace, TraceVertex } from './decode-trace.ts';

const run = { digest: 'sha256:a', name: '[1/2] RUN make', cached: false, started: null, completed: null, error: '' };

function trace(vertexes: readonly Partial<TraceVertex>[], log = ''): BuildTrace {
  const logs = log === '' ? [] : [{ vertex: run.digest, msg: new TextEncoder().encode(log) }];
  return { vertexes: vertexes.map((vertex) => ({ ...run, ...vertex })), logs, warnings: [] };
}

function lines(steps: BuildSteps, next: BuildTrace): string[] {
  return steps.take(next).map(formatBuildEvent);
}

const started = { seconds: 10, nanos: 0 };
const completed = { seconds: 11, nanos: 500_000_000 };

describe('BuildSteps', () => {
  it('says each change of a step once', () => {
    const steps = new BuildSteps();
    expect(lines(steps, trace([{}]))).toEqual([]);
    expect(lines(steps, trace([{ started }]))).toEqual(['... [1/2] RUN make']);
    expect(lines(steps, trace([{ started }], 'one\ntwo\n'))).toEqual(['  | one', '  | two']);
    expect(lines(steps, trace([{ started, completed }]))).toEqual(['1.5 s [1/2] RUN make']);
    expect(lines(steps, trace([{ started, completed }]))).toEqual([]);
    expect(steps).toMatchObject({ count: 1, cachedCount: 0, failed: undefined });
  });

  it('counts cached steps', () => {
    const steps = new BuildSteps();
    expect(lines(steps, trace([{ cached: true, started, completed }]))).toEqual(['CACHED [1/2] RUN make']);
    expect(steps.cachedCount).toBe(1);
  });

  it('keeps the last lines of a failed step, without redrawn ones', () => {
    const steps = new BuildSteps();
    const many = Array.from({ length: 30 }, (_, index) => `line ${index}`).join('\n');
    steps.take(trace([{ started }], `10%\r100%\n${many}`));
    expect(lines(steps, trace([{ started, completed, error: 'exit code: 2' }]))).toEqual(['FAILED [1/2] RUN make']);
    expect(steps.failed).toMatchObject({ name: '[1/2] RUN make', error: 'exit code: 2' });
    expect(steps.failed?.lastLines).toHaveLength(20);
    expect(steps.failed?.lastLines.at(-1)).toBe('line 29');
    expect(lines(new BuildSteps(), trace([{}], '10%\r100%'))).toEqual(['  | 100%']);
  });

  it('takes a cache that is not there for no failed step', () => {
    const steps = new BuildSteps();
    const cache = { digest: 'sha256:c', name: 'importing cache manifest from r.test/cache:main', error: 'not found' };
    expect(lines(steps, trace([{ ...cache, started, completed }]))).toEqual([
      'warning: importing cache manifest from r.test/cache:main: not found',
    ]);
    expect(steps.failed).toBeUndefined();
    steps.take(trace([{ started, completed, error: 'exit code: 2' }]));
    expect(steps.failed?.name).toBe('[1/2] RUN make');
  });
});
