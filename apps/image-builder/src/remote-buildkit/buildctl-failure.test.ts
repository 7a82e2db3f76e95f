import { expect, it } from '@jest/globals';
import { buildctlFailure } from './buildctl-failure.ts';

const problem = { name: 'shop/api:v1', address: 'tcp://me:fake-secret@buildkit.test:1234', step: undefined };

// Words of buildctl 0.13.2.
it.each([
  'error: listing workers for Build: failed to list workers: Unavailable: connection error: desc = "transport: Error while dialing: dial tcp 127.0.0.1:1: connect: connection refused"',
  'error: listing workers for Build: failed to list workers: Unavailable: connection error: desc = "transport: Error while dialing: dial foo: unknown network foo"',
])('takes %j for a BuildKit that does not answer', (words) => {
  const failure = buildctlFailure({ ...problem, words });
  expect(failure).toMatchObject({ code: 'engine-unreachable' });
  expect(failure.message).toContain("'tcp://****@buildkit.test:1234'");
});

it('says which step failed, not where in the Dockerfile buildctl draws it', () => {
  const step = { name: '[2/3] RUN make', error: 'exit code: 2', lastLines: ['no rule'] };
  const words = `Dockerfile:2\n--------------------\nerror: failed to solve: process "/bin/sh -c make" did not complete successfully: exit code: 2`;
  expect(buildctlFailure({ ...problem, words, step })).toMatchObject({
    code: 'build-failed',
    message: "'shop/api:v1' was not built: step '[2/3] RUN make' ended with exit code 2\n  | no rule",
  });
});

it('passes on what went wrong outside of the steps', () => {
  const words = 'error: failed to solve: dockerfile parse error on line 1: unknown instruction: FORM';
  expect(buildctlFailure({ ...problem, words }).message).toContain('unknown instruction: FORM');
});

it('says that a buildctl is too old', () => {
  expect(
    buildctlFailure({ ...problem, words: 'Incorrect Usage. flag provided but not defined: -metadata-file' }),
  ).toMatchObject({
    code: 'engine-failed',
    fix: expect.stringContaining('0.13') as unknown,
  });
});
