import { describe, expect, it } from '@jest/globals';
import { checkAnswer, checkExit, checkFiles, checkLogs, checkStop, checkUser, isWorldWritable } from './checks.ts';

const request = { name: 'health', method: 'GET', path: '/health', status: 200, contains: 'alive' } as const;
const ended = (exitCode: number, outOfMemory = false) => ({ running: false, exitCode, outOfMemory });

describe('checkAnswer', () => {
  it.each([
    [{ status: 200, text: 'alive' }, true, 'GET /health: status 200'],
    [{ status: 500, text: 'oh' }, false, 'GET /health: status 500 instead of 200: oh'],
    [{ status: 200, text: 'dead' }, false, "GET /health: the answer lacks 'alive': dead"],
    [undefined, false, 'GET /health: no answer'],
  ])('judges %j', (answer, passed, detail) => {
    expect(checkAnswer(request, answer)).toEqual({ passed, detail });
  });

  it('shows only the start of a long answer', () => {
    expect(checkAnswer(request, { status: 500, text: 'x'.repeat(5000) }).detail.length).toBeLessThan(300);
  });
});

it.each([
  [[{ uid: 65532, command: 'python' }], true],
  [
    [
      { uid: 65532, command: 'python' },
      { uid: 0, command: 'sh' },
    ],
    false,
  ],
  [[], false],
])('finds root among %j', (processes, passed) => {
  expect(checkUser(processes).passed).toBe(passed);
});

it.each([
  ['file', 0o666, true],
  ['file', 0o4646, true],
  ['file', 0o664, false],
  ['directory', 0o777, true],
  ['directory', 0o1777, false],
  ['directory', 0o775, false],
  // a symbolic link has all bits, and none of them counts (POSIX, chmod)
  ['other', 0o777, false],
] as const)('says whether all may write to a %s of %o: %s', (type, mode, isWritable) => {
  expect(isWorldWritable({ path: 'a', type, mode })).toBe(isWritable);
});

it('fails for files that all may write to, and for none at all', () => {
  expect(checkFiles(9, [])).toEqual({ passed: true, detail: '9 files, none writable by everyone' });
  expect(checkFiles(9, ['/a', '/b'])).toEqual({ passed: false, detail: '2 writable by everyone: /a, /b' });
  expect(checkFiles(9, 'a b c d e f g'.split(' ')).detail).toMatch(/e, and 2 more$/);
  expect(checkFiles(0, []).passed).toBe(false);
});

it.each([
  [['{"a":1}', '{}'], 'json', true],
  [['{"a":1}', 'Traceback'], 'json', false],
  [['1'], 'json', false],
  [['[]'], 'json', false],
  [['words'], 'text', true],
  [[], 'text', false],
] as const)('judges the log %j as %s: %s', (lines, format, passed) => {
  expect(checkLogs(lines, format).passed).toBe(passed);
});

it.each([
  [ended(0), true],
  [ended(143), true],
  [ended(137), false],
  [ended(1), false],
  [ended(137, true), false],
])('judges the end %j', (state, passed) => {
  expect(checkStop(state, 30).passed).toBe(passed);
});

it.each([
  [ended(0), true],
  [ended(2), false],
  [ended(0, true), false],
  [{ running: true, exitCode: undefined, outOfMemory: false }, false],
])('judges the job %j', (state, passed) => {
  expect(checkExit(state, 0).passed).toBe(passed);
});
