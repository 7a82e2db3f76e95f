import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'workflows-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

const workflow = (command: string) => `name: try
on: pull_request
jobs:
  try:
    runs-on: ubuntu-latest
    steps:
      - run: ${command}
`;

describe('lint-workflows', () => {
  it('finds what actionlint finds, with its place and rule, and nothing in a sound workflow', async () => {
    await writeFile(join(folder, 'bad.yml'), workflow('echo ${{ github.event.pull_request.title }}'));
    await writeFile(join(folder, 'sound.yml'), workflow('echo sound'));
    const run = promisify(execFile)(process.execPath, [join(import.meta.dirname, 'main.ts'), folder], {
      env: { ...process.env, NODE_OPTIONS: '' },
    });
    const { stdout, code } = await run.then(
      ({ stdout }) => ({ stdout, code: 0 }),
      (error: unknown) => error as { readonly stdout: string; readonly code: number },
    );
    expect(code).toBe(1);
    expect(stdout).toMatch(
      /bad\.yml:7:\d+: "github\.event\.pull_request\.title" is potentially untrusted.*\[expression\]/,
    );
    expect(stdout).not.toContain('sound.yml');
    expect(stdout).toContain('actionlint: 2 workflows, 1 problems');
  }, 60_000);
});
