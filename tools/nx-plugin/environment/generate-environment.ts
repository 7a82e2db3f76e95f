import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { formatFiles, generateFiles, installPackagesTask, updateJson, type Tree } from '@nx/devkit';
import { addImport, addToConstant } from '../edit-source.ts';
import { refuseExisting, refuseUnless, refuseUnsound } from '../refuse.ts';
import { addToMatrices } from './add-to-matrices.ts';
import { specLike } from './spec-like.ts';

const LIBRARY = 'libs/environments/src';

/** What schema.json says of each. */
export interface EnvironmentOptions {
  readonly name: string;
  /** Nx makes a number of digits that don't begin with 0. */
  readonly account: string | number;
  readonly production?: boolean;
  readonly skipInstall?: boolean;
}

/**
 * Writes an environment's spec and app, and lists it.
 * @returns what links the new package and writes the help texts that name environments anew, once the files are there
 * @throws Error when a value is none that AWS takes, or belongs to another environment
 */
export async function generateEnvironment(tree: Tree, options: EnvironmentOptions): Promise<() => void> {
  const { name, production = false } = options;
  const account = String(options.account);
  refuseUnsound({ name, account, tags: { Environment: name } });
  const accounts = tree.read(`${LIBRARY}/accounts.ts`, 'utf8') ?? '';
  refuseUnless(
    !accounts.includes(`'${account}'`),
    `the account "${account}" is another environment's`,
    'name an account of its own',
  );
  refuseExisting(tree, [`${LIBRARY}/${name}.ts`, `${LIBRARY}/${name}`, `apps/${name}`]);
  const model = production ? 'prod' : 'dev';
  tree.write(`${LIBRARY}/${name}.ts`, specLike(tree, model, name));
  generateFiles(tree, join(import.meta.dirname, 'files', 'app'), `apps/${name}`, { name, account });
  list(tree, name, account);
  addToMatrices(tree, '.github/workflows/nightly.yml', { model, name, account });
  await formatFiles(tree);
  return () => {
    if (options.skipInstall !== true) installPackagesTask(tree, true);
    execFileSync(process.execPath, ['tools/docs/cli/main.ts'], { cwd: tree.root, stdio: 'inherit' });
  };
}

/** Wherever environments are enumerated. */
function list(tree: Tree, name: string, account: string): void {
  addToConstant(tree, `${LIBRARY}/accounts.ts`, { constant: 'accounts', property: `${name}: '${account}'` });
  addImport(tree, `${LIBRARY}/environments.ts`, `import { ${name} } from './${name}.ts';`);
  addToConstant(tree, `${LIBRARY}/environments.ts`, { constant: 'environments', property: name });
  const index = tree.read(`${LIBRARY}/index.ts`, 'utf8') ?? '';
  tree.write(`${LIBRARY}/index.ts`, `${index}export { ${name} } from './${name}.ts';\n`);
  updateJson<{ targets: { synth: { outputs: string[] } } }>(tree, 'apps/bootstrap/project.json', (project) => {
    project.targets.synth.outputs.push(`{workspaceRoot}/cdktf.out/stacks/bootstrap-${name}/cdk.tf.json`);
    return project;
  });
}
