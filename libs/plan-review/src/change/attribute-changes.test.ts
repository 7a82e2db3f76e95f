import { describe, expect, it } from '@jest/globals';
import { attributeChanges } from './attribute-changes.ts';

interface Sides {
  readonly before?: unknown;
  readonly after?: unknown;
  readonly unknown?: unknown;
  readonly sensitive?: unknown;
}

function changes({ before, after, unknown, sensitive }: Sides) {
  return attributeChanges({
    before: { values: before, unknown: false, sensitive },
    after: { values: after, unknown, sensitive },
  });
}

describe('attributeChanges', () => {
  it('compares value by value, also within JSON', () => {
    const before = { name: 'a', tags: { x: '1', y: '2' }, policy: '{"rules":[{"n":10},{"n":1}]}' };
    const after = { name: 'a', tags: { x: '1', y: '3' }, policy: '{"rules":[{"n":5},{"n":1}]}' };
    expect(changes({ before, after })).toEqual([
      { path: 'policy.rules[0].n', before: '10', after: '5' },
      { path: 'tags.y', before: '2', after: '3' },
    ]);
  });

  it('names what is only known after the apply', () => {
    expect(changes({ before: { arn: 'x' }, after: {}, unknown: { arn: true, list: [{ id: true }] } })).toEqual([
      { path: 'arn', before: 'x', after: '(known after apply)' },
      { path: 'list[0].id', after: '(known after apply)' },
    ]);
  });

  it('never shows what Terraform marks as sensitive', () => {
    const before = { login: { user: 'me', word: 'fake-one' }, whole: { a: 'fake-two' } };
    const after = { login: { user: 'you', word: 'fake-three' }, whole: { a: 'fake-four' } };
    const text = JSON.stringify(changes({ before, after, sensitive: { login: { word: true }, whole: true } }));
    expect(text).not.toContain('fake-');
    expect(text).toContain('"path":"login.word","before":"(sensitive)"');
  });

  it.each(['password', 'master_password', 'secret_string', 'api_key', 'access_token', 'db_passwd'])(
    'masks what is called %s',
    (name) => {
      expect(changes({ before: {}, after: { [name]: 'fake' } })).toEqual([{ path: name, after: '(masked)' }]);
    },
  );

  it('compares a value that becomes a structure, and masks in it, too', () => {
    expect(changes({ before: { a: 'text' }, after: { a: { secret: 'fake' } } })).toEqual([
      { path: 'a', before: 'text' },
      { path: 'a.secret', after: '(masked)' },
    ]);
  });

  it('leaves no beginning of a long secret when it shortens', () => {
    const secret = 'fake words '.repeat(300);
    const changed = attributeChanges(
      {
        before: { values: {}, unknown: {}, sensitive: {} },
        after: { values: { a: secret }, unknown: {}, sensitive: {} },
      },
      [secret],
    );
    expect(changed).toEqual([{ path: 'a', after: '(masked)' }]);
  });

  it('shortens long values, and survives deep ones', () => {
    const [long] = changes({ before: {}, after: { text: 'word '.repeat(1000) } });
    expect(long?.after).toMatch(/… \(5000 characters\)$/);
    const deep = JSON.parse(`${'['.repeat(20_000)}1${']'.repeat(20_000)}`) as unknown;
    expect(changes({ before: {}, after: { deep } })).toHaveLength(1);
  });
});
