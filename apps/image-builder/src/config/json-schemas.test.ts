import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { Ajv } from 'ajv';
import { jsonSchemas, schemaText } from './json-schemas.ts';

const PROJECT = join(import.meta.dirname, '..', '..');
const WORKSPACE = join(PROJECT, '..', '..');
const schemas = jsonSchemas();

/** As an editor would check it: strict, so that a schema which says nothing of a keyword's type is a fault, too. */
function validator(file: string) {
  const ajv = new Ajv({ strict: true, allErrors: true });
  // for people: the pattern beside it knows which days there are
  ajv.addFormat('date', true);
  return ajv.compile(schemas[file] ?? {});
}

function fits(file: string, document: unknown): boolean {
  return validator(file)(document);
}

describe('the JSON schemas', () => {
  it('are the files in schema/; npx nx run image-builder:schema writes them', async () => {
    const folder = join(PROJECT, 'schema');
    expect((await readdir(folder)).sort()).toEqual(Object.keys(schemas).sort());
    for (const [file, schema] of Object.entries(schemas))
      expect(await readFile(join(folder, file), 'utf8')).toBe(schemaText(schema));
  });

  it.each(['server', 'training'])('are named by image.json of %s, which fits', async (folder) => {
    const document: unknown = JSON.parse(await readFile(join(WORKSPACE, folder, 'image.json'), 'utf8'));
    expect(document).toMatchObject({ $schema: '../apps/image-builder/schema/image.schema.json' });
    expect(fits('image.schema.json', document)).toBe(true);
  });

  it.each([
    ['no name of a section', { sacn: {} }],
    ['no such kind', { smokeTest: { kind: 'servce' } }],
    ['a field of the other kind', { smokeTest: { kind: 'job', requests: [{ name: 'a', path: '/' }] } }],
    ['no path', { smokeTest: { kind: 'service', requests: [{ name: 'a', path: 'health' }] } }],
    ['no such severity', { scan: { failOn: { prod: 'awful' } } }],
    ['a field that is missing', { deploy: { prod: { kind: 'beanstalk', application: 'shop' } } }],
  ])('refuse an image.json with %s', (_, document) => {
    expect(fits('image.schema.json', document)).toBe(false);
  });

  it.each([
    ['fits', '2026-12-31', true],
    ['has no such day', '2026-02-30', false],
    ['has no date', 'soon', false],
  ])('say that an exception %s', (_, expires, wanted) => {
    const exception = { id: 'CVE-2024-1', owner: 'ops', reason: 'not reachable', expires };
    const document = { $schema: 'x', schemaVersion: 1, exceptions: [exception] };
    expect(fits('scan-exceptions.schema.json', document)).toBe(wanted);
  });

  it('describe every field', () => {
    expect(Object.values(schemas).flatMap(undescribed)).toEqual([]);
  });
});

type Node = Readonly<Record<string, unknown>>;

/** Names of fields without a description, wherever they are. */
function undescribed(node: unknown): string[] {
  if (typeof node !== 'object' || node === null) return [];
  const { properties, ...rest } = node as Node;
  const fields = Object.entries((properties ?? {}) as Record<string, Node>);
  const own = fields.filter(([, field]) => field['description'] === undefined).map(([name]) => name);
  return [...own, ...[...fields.map(([, field]) => field), ...Object.values(rest)].flatMap(undescribed)];
}
