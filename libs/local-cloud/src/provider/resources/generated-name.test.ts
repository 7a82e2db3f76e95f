import { expect, it } from '@jest/globals';
import { configuredName, generatedName, prefixOfName } from './generated-name.ts';

it('is the configured one', () => {
  expect(configuredName({ name: 'ci', name_prefix: '' })).toBe('ci');
});

it('starts with the prefix, which can be told from it', () => {
  const name = configuredName({ name: null, name_prefix: 'ci-' });
  // 26 characters are what the real provider counts on: a role's prefix may have 38 of 64.
  expect(name).toMatch(/^ci-\d{18}[0-9a-f]{8}$/);
  expect(prefixOfName(name)).toBe('ci-');
});

it('is made up without either', () => {
  expect(configuredName({})).toMatch(/^terraform-\d{18}[0-9a-f]{8}$/);
});

it('is another each time', () => {
  expect(generatedName()).not.toBe(generatedName());
});

it.each(['ci', 'state-2026', ''])('%p was given by somebody', (name) => {
  expect(prefixOfName(name)).toBe('');
});
