import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { codes, markdownTables, type TableRow } from './markdown-tables.ts';
import { ruleNames, unreadableRules } from './rule-names.ts';
import { testTitles } from './test-titles.ts';

const COMPARISONS = ['docs/comparison.md', 'docs/image-builder-comparison.md'] as const;
/** Of Jest, or of pytest. */
const TEST_FILE = /\.test\.ts$|\/test_\w+\.py$/;
const ROOT = join(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const rows = (document: string) => markdownTables(read(document));

/** Rows about a rule of the code. Others name the title of a test that shows what they say. */
const ruled = rows('docs/limits.md').filter(({ rule }) => rule !== undefined);
const filesOf = ({ test }: TableRow) => codes(test);

describe.each(['docs/limits.md', 'docs/faults.md', 'docs/service.md', ...COMPARISONS])('%s', (document) => {
  it('names test files that are there', () => {
    const named = rows(document).flatMap(filesOf);
    expect(named.length).toBeGreaterThan(15);
    expect(named.filter((path) => !TEST_FILE.test(path) || !existsSync(join(ROOT, path)))).toEqual([]);
  });

  it('names tests that are in their file', () => {
    const titled = rows(document).filter((row) => row['title'] !== undefined && filesOf(row).length > 0);
    const missing = titled.filter((row) => {
      const [file = ''] = filesOf(row);
      return !testTitles(read(file)).includes(row['title'] ?? '');
    });
    expect(titled).not.toEqual([]);
    expect(missing.map(({ test, title }) => `${test}: ${title}`)).toEqual([]);
  });
});

describe('docs/limits.md', () => {
  const rules = ruleNames(ROOT);
  const nameOf = ({ rule }: TableRow) => codes(rule)[0] ?? '';
  const severitiesOf = ({ severity = '' }: TableRow) => severity.split(', ');

  it('has one row for each rule of the code, and none for others', () => {
    expect(ruled.map(nameOf).sort()).toEqual([...rules.keys()].sort());
  });

  it('can tell what the rules of the code are called', () => {
    expect(unreadableRules(ROOT)).toEqual([]);
  });

  it('gives each rule the severities that it has', () => {
    const wrong = ruled.filter((row) => {
      const known = [...(rules.get(nameOf(row)) ?? [])].sort();
      return known.length > 0 && known.join(', ') !== row['severity'];
    });
    expect(wrong.map(nameOf)).toEqual([]);
  });

  it('names for each rule a test that expects it', () => {
    const untested = ruled.filter((row) => {
      const text = filesOf(row).map(read).join('\n');
      const name = nameOf(row);
      return (
        !text.includes(`'${name}'`) && !severitiesOf(row).every((severity) => text.includes(`'${severity} ${name}'`))
      );
    });
    expect(untested.map(nameOf)).toEqual([]);
  });

  it('gives each limit a source', () => {
    expect(rows('docs/limits.md').filter(({ limit, source }) => !limit || !source)).toEqual([]);
  });
});

describe.each(COMPARISONS)('%s', (document) => {
  it('shows each "yes" of ours by a test, and gives none where there is nothing to show', () => {
    const ours = rows(document).filter((row) => row['ours'] !== undefined);
    expect(ours.length).toBeGreaterThan(20);
    expect(ours.filter((row) => (row['ours'] ?? '').startsWith('no') !== (filesOf(row).length === 0))).toEqual([]);
  });
});
