import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { execa } from 'execa';

const ROOT = join(import.meta.dirname, '..', '..');
let clone = '';

async function git(...args: readonly string[]): Promise<void> {
  await execa('git', ['-C', clone, '-c', 'user.name=ci', '-c', 'user.email=ci@example.com', ...args]);
}

/** A pipeline in the clone. */
async function pipeline(name: 'ci:pr' | 'ci:main', ...args: readonly string[]) {
  const { stdout, stderr, exitCode } = await execa('npm', ['run', '--silent', name, '--', ...args], {
    cwd: clone,
    env: { NODE_OPTIONS: '' },
    reject: false,
  });
  return { stdout, stderr, exitCode };
}

beforeAll(async () => {
  clone = join(await mkdtemp(join(tmpdir(), 'ci-')), 'slipway');
  await execa('git', ['clone', '--quiet', '--shared', ROOT, clone]);
  await symlink(join(ROOT, 'node_modules'), join(clone, 'node_modules'));
  // .gitignore means a folder, and this is a link.
  await writeFile(join(clone, '.git', 'info', 'exclude'), 'node_modules\n');
});

afterEach(async () => {
  await git('reset', '--quiet', '--hard', 'HEAD');
  await git('clean', '--quiet', '-d', '--force');
});

afterAll(async () => {
  await rm(join(clone, '..'), { recursive: true, force: true });
});

describe('npm run ci:pr', () => {
  it('says that nothing is affected, and brings no cloud up for it', async () => {
    const { stdout, exitCode } = await pipeline('ci:pr', '--base', 'HEAD');
    expect(exitCode).toBe(0);
    expect(stdout).toContain('nothing is affected');
    expect(stdout).not.toContain('local cloud');
  });

  it('would check and build the one container that is touched, and plan nothing', async () => {
    await writeFile(join(clone, 'server', 'retail_api', 'touched.py'), '"""Touched."""\n');
    const { stdout, exitCode } = await pipeline('ci:pr', '--base', 'HEAD', '--dry-run');
    expect(exitCode).toBe(0);
    expect(stdout.split('\n').slice(1)).toEqual([
      '>> format: prettier --check --log-level=warn --ignore-unknown server/retail_api/touched.py',
      expect.stringMatching(/^>> check: nx affected -t lint typecheck test --base=[0-9a-f]{40} --parallel=2$/),
      expect.stringMatching(/^>> image: nx affected -t image --base=[0-9a-f]{40}$/),
      '-- plan: no environment affected',
      '-- review: no environment affected',
    ]);
  });

  it('ends with the first failure, and says what was not run for it', async () => {
    await writeFile(join(clone, 'libs', 'environments', 'src', 'dev.ts'), 'export   const broken = 1\n');
    const { stdout, exitCode } = await pipeline('ci:pr', '--base', 'HEAD');
    expect(exitCode).toBe(1);
    expect(stdout).toContain('format: failed with exit code 1');
    expect(stdout).toContain('check: not run');
    expect(stdout).toContain('plan:prod: not run');
  });

  it('refuses a base that is no commit here, and says how to get it', async () => {
    const { stderr, exitCode } = await pipeline('ci:pr', '--base=no-such-branch');
    expect(exitCode).toBe(2);
    expect(stderr).toContain("there is no commit 'no-such-branch'");
  });
});

describe('npm run ci:main', () => {
  it('would publish and try the one container that is touched, once its repositories are there', async () => {
    await writeFile(join(clone, 'server', 'retail_api', 'touched.py'), '"""Touched."""\n');
    const { stdout, exitCode } = await pipeline('ci:main', '--base', 'HEAD', '--dry-run');
    expect(exitCode).toBe(0);
    expect(stdout.split('\n').slice(2)).toEqual([
      '>> plan:dev: node apps/plan-review/bin/stack.ts plan dev',
      '>> deploy:dev: node apps/plan-review/bin/stack.ts deploy dev',
      expect.stringMatching(/^>> publish: image-builder publish --env dev --base [0-9a-f]{40}$/),
      '>> smoke:server: image-builder run server --env dev',
    ]);
  });
});
