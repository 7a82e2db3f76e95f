import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cloneWorkspace, type WorkspaceClone } from '../affected/workspace-clone.ts';

let clone: WorkspaceClone;

function generate(kind: string, name: string, ...options: readonly string[]): string {
  return clone.run('nx', ['generate', `@slipway/tools:${kind}`, name, '--no-interactive', ...options]);
}

beforeAll(async () => {
  clone = await cloneWorkspace();
  generate('product', 'price-watch', '--owner=pricing', '--costCenter=retail');
  generate('environment', 'stage', '--account=777788889999', '--skipInstall');
  generate('container', 'price-feed', '--repository=price-watch');
  // what npm install would do, which would reach through the clone's links into the packages here
  await symlink(join('..', '..', 'apps', 'stage'), join(clone.folder, 'node_modules', '@slipway', 'stage'));
});
afterAll(async () => {
  await clone[Symbol.asyncDispose]();
});

describe('a generated product, environment and container', () => {
  it('are formatted, and sound in types and lint', () => {
    const made = [
      'libs/environments/src/products/price-watch.ts',
      'libs/environments/src/products/price-watch.test.ts',
    ];
    const files = [...made, 'libs/environments/src/stage.ts'];
    clone.run('prettier', [
      '--check',
      'libs/environments/src',
      'apps/stage',
      'price-feed',
      'apps/bootstrap/project.json',
    ]);
    clone.run('tsc', ['-p', 'apps/stage']);
    clone.run('eslint', ['--max-warnings', '0', ...files]);
  });

  it('pass their own tests, which synthesize the stack, and those of what they are listed in', () => {
    const jest = ['--experimental-vm-modules', 'node_modules/jest/bin/jest.js'];
    clone.run('node', [...jest, '-c', 'libs/environments/jest.config.mjs', 'price-watch', 'environments.test']);
    clone.run('node', [...jest, '-c', 'apps/stage/jest.config.mjs']);
    clone.run('nx', ['run-many', '-p', 'price-feed', '-t', 'lint', 'typecheck', 'test', '--output-style=stream']);
  });

  it('are projects with every target of their kind, of which none was copied', () => {
    const targets = (project: string) =>
      Object.keys((JSON.parse(clone.run('nx', ['show', 'project', project, '--json'])) as { targets: object }).targets);
    expect(targets('stage')).toEqual(expect.arrayContaining(['synth', 'plan', 'deploy', 'destroy', 'access']));
    expect(targets('price-feed')).toEqual(['venv', 'lint', 'typecheck', 'test', 'image', 'push']);
  });
});
