import { execFile } from 'node:child_process';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

/** Deliberately bad files, each written where it would stand. */
const BAD = {
  'libs/lifecycle/src/bad-outside.ts':
    "import { readFileSync } from 'node:fs';\nexport const bad = [readFileSync, Date.now(), process.pid, Math.random()];\n",
  'libs/lifecycle/src/bad-upwards.ts':
    "import { environments } from '@slipway/environments';\nexport const bad = environments;\n",
  'libs/ecr-module/src/bad-door.ts': "import { App } from 'cdktf';\nexport const bad = App;\n",
  'apps/image-builder/src/bad-cdktf.ts':
    "import { Registry } from '@slipway/ecr-module';\nexport const bad = Registry;\n",
  'libs/environments/src/bad-style.ts':
    "export * from './index.ts';\nexport const enum Bad {\n  One,\n}\nexport const bad = {} as any;\n",
} as const;

const root = join(import.meta.dirname, '..', '..');
const bites = new Map<string, readonly string[]>();

beforeAll(async () => {
  await Promise.all(Object.entries(BAD).map(([file, source]) => writeFile(join(root, file), source)));
  const run = promisify(execFile)('npx', ['eslint', '--format', 'json', ...Object.keys(BAD)], {
    cwd: root,
    env: { ...process.env, NODE_OPTIONS: '', NX_DAEMON: 'false' },
  });
  const { stdout } = await run.catch((error: unknown) => error as { readonly stdout: string });
  const results = JSON.parse(stdout) as {
    readonly filePath: string;
    readonly messages: { readonly ruleId: string }[];
  }[];
  for (const { filePath, messages } of results) bites.set(filePath, [...new Set(messages.map(({ ruleId }) => ruleId))]);
}, 120_000);

afterAll(async () => {
  await Promise.all(Object.keys(BAD).map((file) => rm(join(root, file))));
});

function rulesThatBite(file: keyof typeof BAD): readonly string[] {
  return bites.get(join(root, file)) ?? [];
}

describe('the lint rules', () => {
  it('keep a pure library from the clock, the disk, the process and randomness', () => {
    expect(rulesThatBite('libs/lifecycle/src/bad-outside.ts')).toEqual([
      'no-restricted-imports',
      'no-restricted-properties',
      'no-restricted-globals',
    ]);
  });

  it('keep a pure library from the libraries above it', () => {
    expect(rulesThatBite('libs/lifecycle/src/bad-upwards.ts')).toEqual(['@nx/enforce-module-boundaries']);
  });

  it('keep cdktf behind its one door', () => {
    expect(rulesThatBite('libs/ecr-module/src/bad-door.ts')).toEqual(['no-restricted-imports']);
  });

  it('keep the image builder from the infrastructure code', () => {
    expect(rulesThatBite('apps/image-builder/src/bad-cdktf.ts')).toEqual(['@nx/enforce-module-boundaries']);
  });

  it('refuse any, enums and exports of everything', () => {
    expect(rulesThatBite('libs/environments/src/bad-style.ts')).toEqual(
      expect.arrayContaining(['no-restricted-syntax', '@typescript-eslint/no-explicit-any']),
    );
  });
});
