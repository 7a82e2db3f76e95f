import { execFileSync } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { environments } from '@slipway/environments';

describe('the bootstrap app', () => {
  it('synthesizes one stack for each environment into CDKTF_OUTDIR', async () => {
    const outdir = await mkdtemp(join(tmpdir(), 'bootstrap-'));
    try {
      execFileSync(process.execPath, ['--disable-warning=DEP0044', join(import.meta.dirname, 'main.ts')], {
        env: { ...process.env, NODE_OPTIONS: '', CDKTF_OUTDIR: outdir },
      });
      const stacks = Object.keys(environments).map((name) => `bootstrap-${name}`);
      expect((await readdir(join(outdir, 'stacks'))).sort()).toEqual(stacks.sort());
    } finally {
      await rm(outdir, { recursive: true });
    }
  });
});
