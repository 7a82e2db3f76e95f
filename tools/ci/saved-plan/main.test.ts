import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { execa } from 'execa';

/** Of the three letters `abc` (FIPS 180-2, appendix B.1). */
const ABC = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'saved-plan-'));
  await mkdir(join(folder, 'dist', 'plans', 'prod'), { recursive: true });
  await writeFile(join(folder, 'dist', 'plans', 'prod', 'plan.tfplan'), 'abc');
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

async function savedPlan(...args: readonly string[]) {
  const env = { NODE_OPTIONS: '', GITHUB_OUTPUT: '' };
  return await execa(process.execPath, [join(import.meta.dirname, 'main.ts'), ...args], {
    cwd: folder,
    env,
    reject: false,
  });
}

describe('saved-plan', () => {
  it('says which file was planned, and lets that one pass', async () => {
    expect((await savedPlan('prod')).stdout).toBe(`sha256=${ABC}`);
    expect((await savedPlan('prod', '--expect', ABC)).exitCode).toBe(0);
  });

  it('refuses another file than was reviewed, and an empty expectation', async () => {
    expect((await savedPlan('prod', '--expect', 'f'.repeat(64))).exitCode).toBe(5);
    expect((await savedPlan('prod', '--expect', '')).exitCode).toBe(5);
  });

  it('refuses a plan that is not there', async () => {
    const { exitCode, stderr } = await savedPlan('dev');
    expect({ exitCode, stderr }).toEqual({ exitCode: 2, stderr: expect.stringContaining('there is no saved plan') });
  });
});
