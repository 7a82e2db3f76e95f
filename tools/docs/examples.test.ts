import { globSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { checkEnvironment } from '@slipway/environments';
import { codeBlocks, namedRules, terraformTypes } from './code-blocks.ts';
import { compileProblems } from './compile-problems.ts';
import { ruleNames } from './rule-names.ts';
import { synthesizedTypes, type Example } from './synthesized-types.ts';

const ROOT = join(import.meta.dirname, '../..');
const INDEX = 'docs/constructs/README.md';
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');

const pages = globSync(['README.md', '{apps,libs}/*/README.md', 'docs/**/*.md'], { cwd: ROOT }).sort();
const constructs = pages.filter((page) => page.startsWith('docs/constructs/') && page !== INDEX);
const migrations = pages.filter((page) => page.startsWith('docs/migration/') && !page.endsWith('README.md'));
const examples = pages.flatMap((page) => {
  const stem = page.replaceAll(/\W+/g, '-');
  return codeBlocks(read(page)).map((code, at) => ({ page, code, file: `${stem}-${at}.ts` }));
});
/** The others are about libraries that make no Terraform. */
const synthesized = examples.filter(({ page }) => /^docs\/|^libs\/ecr-module\//.test(page));

let folder = '';
const load = async (file: string) => (await import(join(folder, file))) as Example;

beforeAll(async () => {
  // Inside the workspace, where the packages of the examples are found.
  await mkdir(join(ROOT, 'dist'), { recursive: true });
  folder = await mkdtemp(join(ROOT, 'dist', 'docs-examples-'));
  await Promise.all(examples.map(({ file, code }) => writeFile(join(folder, file), code)));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

describe('the pages about constructs', () => {
  it('are all in the index, and no others', () => {
    const linked = [...read(INDEX).matchAll(/^\| \[[\w-]+\]\((?<page>[\w-]+\.md)\)/gm)].map(([, page]) => page);
    expect(constructs.length).toBeGreaterThanOrEqual(15);
    expect(linked.sort()).toEqual(constructs.map((page) => basename(page)).sort());
  });

  it('have one example each, and say what it becomes', () => {
    const wrong = constructs.filter(
      (page) => codeBlocks(read(page)).length !== 1 || terraformTypes(read(page)) === undefined,
    );
    expect(wrong).toEqual([]);
  });

  it('name rules that are there', () => {
    const rules = ruleNames(ROOT);
    const named = constructs.flatMap((page) => namedRules(read(page)).map((rule) => ({ page, rule })));
    expect(named.length).toBeGreaterThan(50);
    expect(named.filter(({ rule }) => !rules.has(rule))).toEqual([]);
  });
});

describe('the pages about migrations', () => {
  it('show one registry twice: as the others write it, and as an environment', () => {
    expect(migrations).toHaveLength(5);
    const wrong = migrations.filter(
      (page) => codeBlocks(read(page)).length !== 1 || !/^```(?:hcl|text)\n/m.test(read(page)),
    );
    expect(wrong).toEqual([]);
  });
});

describe('the examples', () => {
  it('are in the README of every library that is imported', () => {
    const libraries = new Set(examples.map(({ page }) => page).filter((page) => page.startsWith('libs/')));
    expect([...libraries].sort()).toEqual(
      [
        'access',
        'bundle',
        'cli',
        'deployments',
        'ecr-inventory',
        'ecr-module',
        'environments',
        'findings',
        'images',
        'lifecycle',
        'plan-review',
      ].map((name) => `libs/${name}/README.md`),
    );
  });

  it('compile', () => {
    const files = examples.map(({ file }) => join(folder, file));
    expect(compileProblems(ROOT, files)).toEqual([]);
  });

  it.each(synthesized)('of $page are synthesized into what the page names', async ({ page, file }) => {
    const types = await synthesizedTypes(await load(file), await mkdtemp(join(folder, 'out-')));
    const named = terraformTypes(read(page)) ?? [];
    expect(named.filter((type) => !types.has(type))).toEqual([]);
  });

  it('that are environments have nothing that the checks find', async () => {
    const specs = await Promise.all(synthesized.map(async ({ file }) => (await load(file)).spec));
    const sound = specs.filter((spec) => spec !== undefined);
    expect(sound.length).toBeGreaterThanOrEqual(2);
    expect(sound.flatMap(checkEnvironment)).toEqual([]);
  });
});
