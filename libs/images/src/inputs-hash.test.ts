import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { inputsHash } from './inputs-hash.ts';

const entry = fc.record({
  kind: fc.constantFrom('file', 'arg'),
  name: fc.string({ maxLength: 4 }),
  value: fc.string({ maxLength: 4 }),
});
const entries = fc.uniqueArray(entry, {
  selector: ({ kind, name }) => JSON.stringify([kind, name]),
  minLength: 1,
  maxLength: 8,
});

describe('inputsHash', () => {
  it('is the sha256 of the sorted rows as JSON', () => {
    // printf '[["a","n","v"],["b","n","v"]]' | sha256sum
    const hash = inputsHash([
      { kind: 'b', name: 'n', value: 'v' },
      { kind: 'a', name: 'n', value: 'v' },
    ]);
    expect(hash).toBe('4346774d3670d81871b6b442f0d43d4a1d8c50c0da878beb5566fd75c540a00d');
  });

  it('does not depend on the order', () => {
    fc.assert(fc.property(entries, (some) => inputsHash(some) === inputsHash(some.toReversed())));
  });

  it('changes with every kind, name and value', () => {
    fc.assert(fc.property(entries, entries, (a, b) => (inputsHash(a) === inputsHash(b)) === sameSet(a, b)));
    fc.assert(
      fc.property(entries, fc.nat(), (some, at) => {
        const index = at % some.length;
        const changed = some.map((one, position) => (position === index ? { ...one, value: `${one.value}!` } : one));
        return inputsHash(changed) !== inputsHash(some);
      }),
    );
  });

  it('refuses two entries of one name', () => {
    const one = { kind: 'file', name: 'a', value: '1' };
    expect(() => inputsHash([one, { ...one, value: '2' }])).toThrow("input 'file a' is given twice");
  });
});

function sameSet(a: readonly object[], b: readonly object[]): boolean {
  const texts = (list: readonly object[]): string => JSON.stringify(list.map((one) => JSON.stringify(one)).sort());
  return texts(a) === texts(b);
}
