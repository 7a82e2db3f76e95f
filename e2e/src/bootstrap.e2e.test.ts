import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { environments } from '@slipway/environments';
import { Clone } from './clone.ts';
import { cloudEnvironment, run } from './workspace.ts';

let clone: Clone;
let environment: Record<string, string> = {};

/** A clone whose dev keeps its state in a bucket that nobody made yet. */
beforeAll(async () => {
  environment = await cloudEnvironment('dev');
  clone = await Clone.make();
  const spec = join(clone.folder, 'libs', 'environments', 'src', 'dev.ts');
  const text = await readFile(spec, 'utf8');
  expect(text).toContain('slipway-state-${');
  await writeFile(spec, text.replace('slipway-state-${', 'fresh-state-${'));
});
afterAll(async () => {
  await clone[Symbol.asyncDispose]();
});

async function bootstrap(variables = environment) {
  return await run(['node', 'tools/bootstrap/main.ts', 'dev', '--auto-approve'], {
    environment: variables,
    cwd: clone.folder,
  });
}
async function terraform(...args: readonly string[]) {
  return await run(['terraform', ...args], {
    environment,
    cwd: join(clone.folder, 'cdktf.out', 'stacks', 'bootstrap-dev'),
  });
}

describe('the bootstrap of an account', () => {
  it('refuses credentials of another account, and makes nothing', async () => {
    const refused = await bootstrap(await cloudEnvironment('prod'));
    expect(refused.exitCode).toBe(1);
    expect(refused.all).toContain('your credentials are of account "444455556666"');
  });

  it('makes the state bucket, adopts it, and makes the roles', async () => {
    const made = await bootstrap();
    expect({ exitCode: made.exitCode, all: made.all }).toMatchObject({ exitCode: 0 });
    expect(made.all).toContain('state bucket fresh-state-111122223333: made');
    const { stdout } = await terraform('output', '-json', 'role_arns');
    expect(Object.keys(JSON.parse(stdout) as object)).toEqual(environments.dev.ci.roles.map(({ name }) => name).sort());
  });

  it('changes nothing the second time', async () => {
    const again = await bootstrap();
    expect({ exitCode: again.exitCode, all: again.all }).toMatchObject({ exitCode: 0 });
    expect(again.all).toContain('state bucket fresh-state-111122223333: there');
    const plan = await terraform('plan', '-detailed-exitcode', '-input=false', '-no-color');
    expect({ exitCode: plan.exitCode, all: plan.all }).toMatchObject({ exitCode: 0 });
  });

  it('never lets the bucket be destroyed', async () => {
    const refused = await terraform('plan', '-destroy', '-input=false', '-no-color');
    expect(refused.exitCode).toBe(1);
    expect(refused.all).toContain('Instance cannot be destroyed');
  });
});
