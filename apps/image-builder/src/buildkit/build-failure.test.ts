import { describe, expect, it } from '@jest/globals';
import { buildFailure } from './build-failure.ts';

describe('buildFailure', () => {
  it('names the step, its exit code and its last lines', () => {
    const error = 'executor failed running [/bin/sh -c make]: exit code: 2';
    const failure = buildFailure({
      name: 'a:v1',
      error,
      step: { name: '[2/3] RUN make', error, lastLines: ['no rule', 'stop'] },
    });
    expect(failure.message).toBe(
      "'a:v1' was not built: step '[2/3] RUN make' ended with exit code 2\n  | no rule\n  | stop",
    );
    expect(failure.fix).toContain('mend that step');
  });

  it.each([
    ['failed to copy: write /var/lib/x: no space left on device', /free disk space/],
    ['Failed to establish a new connection: [Errno 111] Connection refused', /package index/],
    ['SSL: CERTIFICATE_VERIFY_FAILED certificate verify failed', /SSL_CERT_FILE/],
    ['exec: "make": executable file not found in $PATH', /no such program/],
  ])('passes on "%s" and says what to do', (error, fix) => {
    const failure = buildFailure({ name: 'a:v1', error, step: undefined });
    expect(failure.message).toContain(error);
    expect(failure.fix).toMatch(fix);
  });

  it('never shows a password in an address', () => {
    const lastLines = ['Looking in indexes: https://me:fake-secret@pypi.test/simple'];
    const failure = buildFailure({
      name: 'a',
      error: 'x https://me:fake-secret@h/',
      step: { name: 's', error: '', lastLines },
    });
    expect(failure.message).not.toContain('fake-secret');
    expect(failure.message).toContain('https://****@pypi.test/simple');
  });
});
