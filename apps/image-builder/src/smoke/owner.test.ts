import { expect, it } from '@jest/globals';
import { isGone, ownerText, thisProcess } from './owner.ts';

const owner = { host: 'here', pid: 7, isAlive: (pid: number) => pid === 7 };

it.each([
  ['here:8', true],
  ['here:7', false],
  ['elsewhere:8', false],
  ['here:', false],
  ['here:-1', false],
  ['', false],
])('says whether the owner %j is gone: %s', (text, gone) => {
  expect(isGone(text, owner)).toBe(gone);
});

it('knows that this process lives', () => {
  expect(isGone(ownerText(thisProcess), thisProcess)).toBe(false);
});
