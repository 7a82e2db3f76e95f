import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { containers } from '@slipway/environments';
import { readContext } from '../context/read-context.ts';
import { readIgnoreRules } from '../context/ignore-rules.ts';

const WORKSPACE = join(import.meta.dirname, '../../../..');

/** What CI decides about an image must not make it another image. */
it.each(Object.values(containers))('keeps the decisions about $name out of its build context', async ({ context }) => {
  const rules = await readIgnoreRules(join(WORKSPACE, context));
  const files = [
    'image.json',
    'scan-exceptions.json',
    'project.json',
    'README.md',
    'tests/test_app.py',
    '.venv/bin/python',
  ];
  expect(files.filter((file) => !rules.ignores(file))).toEqual([]);
  const { entries } = await readContext(join(WORKSPACE, context));
  expect(entries.map(({ path }) => path)).toContain('image/with_fixed_times.py');
});
