import { describe, expect, it } from '@jest/globals';
import { workspaceTree } from '../testing/workspace-tree.ts';
import { generateEnvironment } from './generate-environment.ts';

const options = { name: 'stage', account: '777788889999' };
const LIBRARY = 'libs/environments/src';

describe('the generator of environments', () => {
  it('writes the spec and its app without a copied target', async () => {
    const tree = workspaceTree();
    await generateEnvironment(tree, options);
    const spec = tree.read(`${LIBRARY}/stage.ts`, 'utf8');
    expect(spec).toContain("const settings = { environment: 'stage', production: false };");
    expect(spec).toContain('/** Like dev: tags may move');
    expect(spec).not.toMatch(/accounts\.(dev|prod)/);
    const files = ['src/main.ts', 'src/main.test.ts', 'package.json', 'tsconfig.json', 'jest.config.mjs', 'README.md'];
    expect(files.filter((file) => !tree.exists(`apps/stage/${file}`))).toEqual([]);
    expect(JSON.parse(tree.read('apps/stage/project.json', 'utf8') ?? '')).not.toHaveProperty('targets');
  });

  it('lists it wherever environments are listed', async () => {
    const tree = workspaceTree();
    await generateEnvironment(tree, options);
    expect(tree.read(`${LIBRARY}/accounts.ts`, 'utf8')).toContain("stage: '777788889999' } as const");
    expect(tree.read(`${LIBRARY}/environments.ts`, 'utf8')).toContain('environments = { dev, prod, stage } as const');
    expect(tree.read(`${LIBRARY}/index.ts`, 'utf8')).toContain("export { stage } from './stage.ts';");
    expect(tree.read('apps/bootstrap/project.json', 'utf8')).toContain('stacks/bootstrap-stage/cdk.tf.json');
  });

  it('has the nightly workflow look at it, by its own roles', async () => {
    const tree = workspaceTree();
    await generateEnvironment(tree, options);
    const workflow = tree.read('.github/workflows/nightly.yml', 'utf8');
    for (const role of ['slipway-plan', 'slipway-audit'])
      expect(workflow).toContain(
        `          - environment: stage\n            region: ap-southeast-1\n            role: arn:aws:iam::777788889999:role/${role}\n`,
      );
  });

  it('protects a production environment, which gets its images by promotion', async () => {
    const tree = workspaceTree();
    await generateEnvironment(tree, { ...options, production: true });
    const spec = tree.read(`${LIBRARY}/stage.ts`, 'utf8');
    expect(spec).toContain("deletion: 'protected'");
    expect(spec).toContain("ciRoles('stage', 'promote')");
  });

  it.each([
    ['a name that is no stack', { name: 'pre-prod' }, /the name "pre-prod" can't be a stack and an app\nfix: /],
    ['an account that is none', { account: '7777' }, /the account "7777" is not an AWS account\nfix: /],
    ['the account of another', { account: '111122223333' }, /"111122223333" is another environment's\nfix: /],
    [
      'an environment that is there',
      { name: 'dev' },
      /"libs\/environments\/src\/dev.ts", "apps\/dev" is there already/,
    ],
    ['the name of another file of the specs', { name: 'containers' }, /containers.ts" is there already/],
  ])('refuses %s', async (_, change, message) => {
    await expect(generateEnvironment(workspaceTree(), { ...options, ...change })).rejects.toThrow(message);
  });
});
