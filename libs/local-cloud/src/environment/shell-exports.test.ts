import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { expect, it } from '@jest/globals';
import { noProxy } from './no-proxy.ts';
import { shellExports } from './shell-exports.ts';

it('survives a shell, whatever the values hold', () => {
  const value = fc.string({ unit: fc.constantFrom("'", '"', '$', '`', '\\', ' ', '\n', 'a', '{', '!', 'é') });
  fc.assert(
    fc.property(value, (text) => {
      const script = `${shellExports({ VALUE: text })}\nprintf '%s' "$VALUE"`;
      expect(execFileSync('sh', ['-c', script], { encoding: 'utf8' })).toBe(text);
    }),
    { numRuns: 30 },
  );
});

it('takes credentials away that would win', () => {
  const script = `${shellExports({})}\nprintf '%s' "\${AWS_PROFILE-none}"`;
  expect(execFileSync('sh', ['-c', script], { encoding: 'utf8', env: { ...process.env, AWS_PROFILE: 'work' } })).toBe(
    'none',
  );
});

it('keeps a proxy away from the loopback interface, and changes nothing without one', () => {
  expect(noProxy({ HTTPS_PROXY: 'http://proxy.example', NO_PROXY: 'example.org' })).toMatchObject({
    NO_PROXY: 'example.org,127.0.0.1',
  });
  expect(noProxy({ NO_PROXY: 'example.org' })).toEqual({});
});
