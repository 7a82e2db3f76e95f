import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import { codeBlocks } from '../code-blocks.ts';
import { commandProblem } from './command-problem.ts';
import type { Known } from './command-problem.ts';
import { knownCommands } from './known-commands.ts';
import { shellCommands } from './shell-commands.ts';

const ROOT = join(import.meta.dirname, '../../..');
/** Those of `server` and `training` are about Python. */
const PAGES = globSync(['README.md', 'docs/**/*.md', '{tools,e2e}/README.md', '{apps,libs}/*/README.md'], {
  cwd: ROOT,
});

/** Milliseconds: all command lines are loaded, and the clients of AWS by the first that asks for them. */
const LOADING = 120_000;
jest.setTimeout(LOADING);

let known: Known;
beforeAll(async () => {
  known = await knownCommands(ROOT);
}, LOADING);

describe('a command of a document', () => {
  it.each([
    'npx image-builder promote server --from dev --to prod --override age --reason "incident 42"',
    'npx image-builder publish --help',
    'npx local-cloud --folder /tmp/cloud env dev',
    'npx plan-review --stack dev=dev.json --strict',
    'node apps/plan-review/bin/stack.ts deploy prod --dry-run',
    'npx nx run dev:bootstrap',
    'npx nx synth prod',
    'npx nx affected -t lint typecheck',
    'npx cdktf deploy dev --auto-approve',
    'npm run ci:pr -- --help',
    'npm ci',
    'aws sts get-caller-identity --query Account --output text',
    'aws ecr batch-delete-image --repository-name a --image-ids imageTag=b --region us-east-1',
    'aws iam list-open-id-connect-providers',
    'terraform plan -out=plan.tfplan',
  ])('may be %s', async (script) => {
    expect(await problems(script)).toEqual([]);
  });

  it.each([
    ['npx image-builder delpoy server', /unknown command 'delpoy'/],
    ['npx image-builder deploy server', /required option '--env <environment>' not specified/],
    ['npx image-builder deploy server --env prod --fast', /unknown option '--fast'/],
    ['npx image-builder promote server --from dev --to prod --override old', /Allowed choices are/],
    ['npx local-cloud env staging', /Allowed choices are dev, prod/],
    ['node apps/plan-review/bin/stack.ts undeploy prod', /unknown command 'undeploy'/],
    ['npx nx run dev:drit', /no target 'drit' of a project 'dev'/],
    ['npx nx synth staging', /no target 'synth' of a project 'staging'/],
    ['npx nx affected -t lint tpyecheck', /'tpyecheck'/],
    ['npx cdktf delpoy dev', /'cdktf delpoy dev' isn't/],
    ['npx cowsay', /'npx cowsay' isn't/],
    ['npm run ci:all', /no npm script 'ci:all'/],
    ['aws ecr delete-images', /no 'aws ecr delete-images'/],
    ['aws ecr batch-delete-image --repository-name a', /needs 'imageids'/],
    ['aws ecr batch-delete-image --repo a --image-ids b', /no flag 'repo'/],
    ['terraform plan -force', /no known flag '-force'/],
    ['A="$(curl https://example.com)"', /'curl' isn't/],
  ])('may not be %s', async (script, message) => {
    expect((await problems(script)).join('\n')).toMatch(message);
  });
});

describe('the documents', () => {
  it.each(PAGES)('%s has commands that are there', async (page) => {
    const scripts = codeBlocks(readFileSync(join(ROOT, page), 'utf8'), 'sh');
    expect(await problems(scripts.join('\n'))).toEqual([]);
  });
});

/** One after the other: Jest doesn't link a module that two imports reach at once. */
async function problems(script: string): Promise<string[]> {
  const found: string[] = [];
  for (const words of shellCommands(script)) {
    const problem = await commandProblem(known, words);
    if (problem !== undefined) found.push(`${words.join(' ')}: ${problem}`);
  }
  return found;
}
