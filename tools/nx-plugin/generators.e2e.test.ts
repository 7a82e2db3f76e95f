import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cloneWorkspace, type WorkspaceClone } from '../affected/workspace-clone.ts';

const CLOUD = join(import.meta.dirname, '..', '..', '.slipway', 'local-cloud');
/** An account of this run alone: nothing is in it yet. */
const ACCOUNT = `8${String(Date.now()).slice(-11)}`;

let clone: WorkspaceClone;

function generate(kind: string, name: string, ...options: readonly string[]): void {
  clone.run('nx', ['generate', `@slipway/tools:${kind}`, name, '--no-interactive', ...options]);
}

beforeAll(async () => {
  clone = await cloneWorkspace();
  generate('product', 'price-watch', '--owner=pricing', '--costCenter=retail');
  generate('environment', 'stage', `--account=${ACCOUNT}`, '--skipInstall');
  generate('container', 'price-feed', '--repository=price-watch');
  // what npm install would do, which would reach through the clone's links into the packages here
  await symlink(join('..', '..', 'apps', 'stage'), join(clone.folder, 'node_modules', '@slipway', 'stage'));
  clone.commit('a product, an environment and a container');
});
afterAll(async () => {
  await clone[Symbol.asyncDispose]();
});

describe('a generated product, environment and container', () => {
  it('are formatted, and sound in types and lint', () => {
    const files = clone.run('git', ['diff', '--name-only', 'HEAD~1']).trim().split('\n');
    expect(files).toEqual(expect.arrayContaining(['libs/environments/src/stage.ts', 'price-feed/Dockerfile']));
    clone.run('prettier', ['--check', '--ignore-unknown', ...files]);
    clone.run('tsc', ['-p', 'apps/stage']);
    clone.run('eslint', ['--max-warnings', '0', ...files.filter((file) => file.endsWith('.ts'))]);
  });

  it('pass their own tests, and leave those green that know every environment, repository or container', () => {
    const projects = ['libs/environments', 'apps/dev', 'apps/prod', 'apps/bootstrap', 'apps/stage', 'tools'];
    const tests = ['price-watch', 'environments.test', 'apps/', 'ci/workflows', 'cli-reference'];
    const jest = ['--experimental-vm-modules', 'node_modules/jest/bin/jest.js', '--runInBand', '--testTimeout=120000'];
    clone.run('node', [...jest, ...tests, '--projects', ...projects]);
    clone.run('nx', ['run-many', '-p', 'price-feed', '-t', 'lint', 'typecheck', 'test', '--output-style=stream']);
  });

  it('are projects with every target of their kind, of which none was copied', () => {
    const targets = (project: string) =>
      Object.keys((JSON.parse(clone.run('nx', ['show', 'project', project, '--json'])) as { targets: object }).targets);
    expect(targets('stage')).toEqual(expect.arrayContaining(['synth', 'plan', 'deploy', 'destroy', 'access']));
    expect(targets('price-feed')).toEqual(['venv', 'lint', 'typecheck', 'test', 'image', 'push']);
  });

  it('are what a change of their files affects, and nothing that has nothing to do with them', () => {
    const affected = (file: string) =>
      JSON.parse(clone.run('nx', ['show', 'projects', '--affected', `--files=${file}`, '--json'])) as string[];
    expect(affected('price-feed/main.py')).toEqual(['price-feed']);
    const ofStage = affected('apps/stage/src/main.ts');
    expect(ofStage).toContain('stage');
    expect(ofStage).not.toContain('dev');
  });
});

describe('in the local cloud', () => {
  let variables: Record<string, string>;
  beforeAll(() => {
    const asked = clone.run('local-cloud', ['env', 'stage', '--folder', CLOUD, '--json']);
    variables = { ...(JSON.parse(asked) as Record<string, string>), CI: 'true' };
  });
  afterAll(() => {
    const label = 'label=org.opencontainers.image.title=price-watch';
    const images = clone.run('docker', ['image', 'ls', '--quiet', '--filter', label]).split('\n').filter(Boolean);
    if (images.length > 0) clone.run('docker', ['image', 'rm', '--force', ...new Set(images)]);
  });
  const builder = (...args: readonly string[]) =>
    JSON.parse(clone.run('image-builder', [...args, '--env', 'stage', '--json'], variables)) as object;

  it('the environment is made ready, planned and deployed, with the repository of the product', () => {
    clone.run('nx', ['run', 'stage:bootstrap', '--auto-approve'], variables);
    expect(clone.run('nx', ['plan', 'stage'], variables)).toContain(
      `role github-actions-role of ${ACCOUNT} can now push to and pull from price-watch`,
    );
    expect(clone.run('nx', ['deploy', 'stage'], variables)).toContain('was applied');
  });

  it('the container is built, pushed there, and passes its smoke test as a pod would run it', () => {
    clone.run('nx', ['image', 'price-feed'], variables);
    expect(builder('push', 'price-feed')).toMatchObject({
      images: [{ repository: 'price-watch', pushed: { account: ACCOUNT, result: 'pushed' } }],
    });
    expect(builder('run', 'price-feed')).toMatchObject({ passed: true });
  });
});
