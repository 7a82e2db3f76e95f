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

it('is silent about anything else', () => {
  expect(engineUnreachable(error('ECONNRESET'), 'a')).toBeUndefined();
  expect(engineUnreachable('text', 'a')).toBeUndefined();
});
