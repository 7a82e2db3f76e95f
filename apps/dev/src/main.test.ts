import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { dev } from '@slipway/environments';

describe('the dev app', () => {
  it('synthesizes the stack "dev" into CDKTF_OUTDIR, with the state by path where S3 has its own endpoint', async () => {
    const outdir = await mkdtemp(join(tmpdir(), 'dev-'));
    try {
      execFileSync(process.execPath, ['--disable-warning=DEP0044', join(import.meta.dirname, 'main.ts')], {
        env: { ...process.env, NODE_OPTIONS: '', CDKTF_OUTDIR: outdir, AWS_ENDPOINT_URL_S3: 'http://127.0.0.1:1' },
      });
      const text = await readFile(join(outdir, 'stacks', 'dev', 'cdk.tf.json'), 'utf8');
      const { resource, terraform } = JSON.parse(text) as {
        resource: { aws_ecr_repository: Record<string, { name: string }> };
        terraform: { backend: { s3: unknown } };
      };
      const synthesized = Object.values(resource.aws_ecr_repository).map(({ name }) => name);
      const declared = dev.registries.flatMap(({ repositories }) => repositories.map(({ name }) => name));
      // Replicas have the names of what they are copies of.
      expect(new Set(synthesized)).toEqual(new Set(declared));
      expect(terraform.backend.s3).toMatchObject({ use_path_style: true });
    } finally {
      await rm(outdir, { recursive: true });
    }
  });
});
