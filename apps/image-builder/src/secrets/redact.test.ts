import { expect, it } from '@jest/globals';
import { redact } from './redact.ts';

it.each([
  ['Looking in indexes: https://me:fake@index.test/simple', 'Looking in indexes: https://****@index.test/simple'],
  ["'http://fake-token@index.test'", "'http://****@index.test'"],
  ['https://me:f@ke@index.test/simple?a=b@c', 'https://****@index.test/simple?a=b@c'],
  ['two: http://a:b@c.test/x, http://d:e@f.test/y', 'two: http://****@c.test/x, http://****@f.test/y'],
  ['nothing: https://index.test/@scope/name me@index.test', 'nothing: https://index.test/@scope/name me@index.test'],
])('hides the login in %j', (text, expected) => {
  expect(redact(text)).toBe(expected);
});
