import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { App, synthesize, TerraformStack } from '@slipway/ecr-module';
import { checkEnvironment, type EnvironmentSpec } from '@slipway/environments';
import ts from 'typescript';
import { codeBlocks, type CodeBlock } from './code-blocks.ts';

const ROOT = join(import.meta.dirname, '..', '..');
/** Inside the workspace, where its packages are found. */
const DIST = join(ROOT, 'dist');
const PAGES = ['docs/constructs', 'docs/migration'];

interface Example extends CodeBlock {
  readonly page: string;
  readonly file: string;
}

/** What an example exports: one of the two. */
interface ExampleModule {
  readonly example?: (stack: TerraformStack) => void;
  readonly spec?: EnvironmentSpec;
}

async function readExamples(into: string): Promise<Example[]> {
  const found: Example[] = [];
  for (const folder of PAGES) {
    for (const page of (await readdir(join(ROOT, folder))).filter((name) => name.endsWith('.md'))) {
      const blocks = codeBlocks(await readFile(join(ROOT, folder, page), 'utf8'));
      const stem = `${folder}/${page}`.replaceAll(/\W+/g, '-');
      found.push(
        ...blocks.map((block, at) => ({ ...block, page: `${folder}/${page}`, file: join(into, `${stem}-${at}.ts`) })),
      );
    }
  }
  return found;
}

let examples: readonly Example[] = [];
let sources = '';
let outdir = '';
beforeAll(async () => {
  outdir = await mkdtemp(join(tmpdir(), 'examples-'));
  await mkdir(DIST, { recursive: true });
  sources = await mkdtemp(join(DIST, 'examples-'));
  examples = await readExamples(sources);
  await Promise.all(examples.map(({ file, code }) => writeFile(file, code)));
});
afterAll(async () => {
  await rm(outdir, { recursive: true });
  await rm(sources, { recursive: true });
});

function compilerOptions(): ts.CompilerOptions {
  const path = join(ROOT, 'tsconfig.base.json');
  const { config } = ts.readConfigFile(path, (file) => ts.sys.readFile(file)) as { config: object };
  return ts.parseJsonConfigFileContent({ ...config, files: [] }, ts.sys, ROOT).options;
}

/** Resource types in all stacks that an example synthesizes. */
async function synthesizedTypes({ file }: Example, folder: string): Promise<string[]> {
  const { example, spec } = (await import(file)) as ExampleModule;
  if (spec !== undefined) synthesize(spec, { outdir: folder });
  if (example !== undefined) {
    const app = new App({ outdir: folder, stackTraces: false, skipValidation: true });
    example(new TerraformStack(app, 'example'));
    app.synth();
  }
  const stacks = await readdir(join(folder, 'stacks'));
  const texts = await Promise.all(
    stacks.map((stack) => readFile(join(folder, 'stacks', stack, 'cdk.tf.json'), 'utf8')),
  );
  return texts.flatMap((text) => Object.keys((JSON.parse(text) as { resource?: object }).resource ?? {}));
}

describe('the examples of the documents', () => {
  it('are there for every construct and every peer', () => {
    expect(new Set(examples.map(({ page }) => page)).size).toBeGreaterThanOrEqual(20);
  });

  it('compile', () => {
    const program = ts.createProgram(
      examples.map(({ file }) => file),
      compilerOptions(),
    );
    const problems = ts.getPreEmitDiagnostics(program).map(({ file, start = 0, messageText }) => {
      const line = file?.getLineAndCharacterOfPosition(start).line ?? 0;
      return `${file?.fileName ?? ''}:${line + 1} ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
    });
    expect(problems).toEqual([]);
  });

  it('become the resources that their pages name', async () => {
    for (const example of examples) {
      const types = await synthesizedTypes(example, await mkdtemp(join(outdir, 'example-')));
      expect({ page: example.page, missing: example.resources.filter((type) => !types.includes(type)) }).toEqual({
        page: example.page,
        missing: [],
      });
    }
  });

  it('are sound where they are whole environments', async () => {
    for (const { page, file } of examples) {
      const { spec } = (await import(file)) as ExampleModule;
      const findings = spec === undefined ? [] : checkEnvironment(spec);
      expect({ page, findings }).toEqual({ page, findings: [] });
    }
  });
});
