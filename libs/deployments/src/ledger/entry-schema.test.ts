import { describe, expect, it } from '@jest/globals';
import { parseEntry } from './entry-schema.ts';
import { testEntry } from '../testing/ledger.contract.ts';

const name = { environment: 'dev', container: 'api', sequence: 1 };
const entry = testEntry({ container: 'api', sequence: 1 });
const parse = (change: object) => parseEntry(JSON.stringify({ ...entry, ...change }), name);

describe('parseEntry', () => {
  it('reads an entry', () => {
    expect(parse({})).toEqual(entry);
  });

  it.each([
    ['a newer version', { schemaVersion: 2 }, /version 2, and this program reads 1/],
    ['a digest that is none', { digest: 'latest' }, /digest/],
    ['an action that is none', { action: 'delete' }, /action/],
    ['a tag that is none', { tags: ['a b'] }, /not a tag/],
    ['a time that is none', { at: 'yesterday' }, /at/],
    ['a field that this program never writes', { approved: true }, /approved/],
    ['the number of another entry', { sequence: 2 }, /'dev api 2', and is in the place of 'dev api 1'/],
    ['the environment of another ledger', { environment: 'prod' }, /'prod api 1'/],
  ])('refuses %s', (_, change, message) => {
    expect(() => parse(change)).toThrow(message);
  });

  it.each(['', '{', '[]', 'null', '7'])('refuses the text %j', (text) => {
    expect(() => parseEntry(text, name)).toThrow();
  });
});
