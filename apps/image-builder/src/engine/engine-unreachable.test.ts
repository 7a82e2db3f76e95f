import { expect, it } from '@jest/globals';
import { engineUnreachable } from './engine-unreachable.ts';

function error(code: string): Error {
  return Object.assign(new Error(`connect ${code}`), { code });
}

it('says what to install or start when nothing answers', () => {
  const failure = engineUnreachable(error('ECONNREFUSED'), 'unix:///a.sock');
  expect(failure).toMatchObject({
    code: 'engine-unreachable',
    message: "no Docker engine answers at 'unix:///a.sock' (ECONNREFUSED)",
  });
  expect(failure?.fix).toContain('install Docker Engine');
});

it('says that the user lacks permission', () => {
  expect(engineUnreachable(error('EACCES'), 'unix:///a.sock')?.fix).toContain("group 'docker'");
});

it.each(['ECONNRESET', 'EPIPE'])('says that the engine went away while it was at work: %s', (code) => {
  expect(engineUnreachable(error(code), 'unix:///a.sock')).toMatchObject({
    code: 'engine-unreachable',
    message: "the Docker engine at 'unix:///a.sock' ended the connection before it had answered",
  });
});

it('is silent about anything else', () => {
  expect(engineUnreachable(error('ERR_INVALID_URL'), 'a')).toBeUndefined();
  expect(engineUnreachable('text', 'a')).toBeUndefined();
});
