import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { environments } from '@slipway/environments';
import { Clone } from './clone.ts';
import { pushImage } from './push-image.ts';
import { cloudEnvironment, ROOT, run } from './workspace.ts';

const PRODUCT = join('libs', 'environments', 'src', 'products', 'microservices.ts');
const HOTFIXES = ['hotfix-1', 'hotfix-2', 'hotfix-3'];

let clone: Clone;
let environment: Record<string, string> = {};
let spec = '';
let digests: readonly string[] = [];

/** Prod is deployed as it is written, and holds images; what the drill changes, it changes in a clone. */
beforeAll(async () => {
  environment = await cloudEnvironment('prod');
  const deployed = await run(['cdktf', 'deploy', 'prod', '--auto-approve'], { environment });
  if (deployed.exitCode !== 0) throw new Error(deployed.all);
  clone = await Clone.make();
  spec = await readFile(join(clone.folder, PRODUCT), 'utf8');
  const { account } = environments.prod;
  const place = { environment, account, region: 'us-east-1', repository: 'api-gateway' };
  const pushed: string[] = [];
  for (const tag of HOTFIXES) pushed.push(await pushImage({ ...place, tag }));
  digests = pushed;
}, 600_000);
afterAll(async () => {
  await clone[Symbol.asyncDispose]();
});

async function rewrite(from: string, to: string): Promise<void> {
  expect(spec).toContain(from);
  await writeFile(join(clone.folder, PRODUCT), spec.replace(from, to));
}
async function inClone(...command: [string, ...string[]]) {
  return await run(command, { environment, cwd: clone.folder });
}

interface Preview {
  readonly repositories: readonly {
    readonly change?: { readonly newlyExpired: readonly { readonly digest: string }[] };
  }[];
}

interface Change {
  readonly type: string;
  readonly change: { readonly actions: readonly string[] };
}

/** What Terraform would change, by `terraform show -json` of a plan. */
async function plannedChanges(): Promise<readonly Change[]> {
  const diff = await inClone('cdktf', 'diff', 'prod');
  expect({ exitCode: diff.exitCode, all: diff.all }).toMatchObject({ exitCode: 0 });
  const cwd = join(clone.folder, 'cdktf.out', 'stacks', 'prod');
  const plan = await run(['terraform', 'plan', '-out=plan', '-input=false', '-no-color'], { environment, cwd });
  expect({ exitCode: plan.exitCode, all: plan.all }).toMatchObject({ exitCode: 0 });
  const { stdout } = await run(['terraform', 'show', '-json', 'plan'], { environment, cwd });
  const { resource_changes: changes } = JSON.parse(stdout) as { resource_changes: readonly Change[] };
  return changes.filter(({ change }) => change.actions.join() !== 'no-op');
}

describe('prod as it is written', () => {
  it('is valid, and once applied leaves nothing to plan', async () => {
    const cwd = join(ROOT, 'cdktf.out', 'stacks', 'prod');
    for (const args of [['validate'], ['plan', '-detailed-exitcode', '-input=false']]) {
      const { exitCode, all } = await run(['terraform', ...args, '-no-color'], { environment, cwd });
      expect({ exitCode, all }).toMatchObject({ exitCode: 0 });
    }
  });
});

describe('a repository of prod that is renamed in the spec', () => {
  it('makes the plan fail, and says which repository would be lost and what to do', async () => {
    await rewrite("'api-gateway'", "'gateway'");
    const diff = await inClone('cdktf', 'diff', 'prod');
    expect(diff.exitCode).not.toBe(0);
    const message = diff.all.replaceAll(/[\s│]+/g, ' ');
    expect(message).toContain('holds repositories that the spec does not declare: api-gateway.');
    expect(message).toContain('Declare it again under its old name');
  });
});

describe('a lifecycle rule that is added to repositories of prod', () => {
  beforeAll(async () => {
    await rewrite("keepNewest(10, tagged('v')),", "keepNewest(10, tagged('v')), keepNewest(1, tagged('hotfix-')),");
  });

  it('changes lifecycle policies and, in place, the templates of the replicas, and no repository', async () => {
    const changes = await plannedChanges();
    const actions = (wanted: string) =>
      changes.filter(({ type }) => type === wanted).map(({ change }) => change.actions.join('/'));
    expect(new Set(changes.map(({ type }) => type))).toEqual(
      new Set(['aws_ecr_lifecycle_policy', 'aws_ecr_repository_creation_template']),
    );
    // The provider has no update of a lifecycle policy: it puts the new one after it deleted the old one.
    expect(actions('aws_ecr_lifecycle_policy')).toEqual(Array.from({ length: 5 }, () => 'delete/create'));
    expect(actions('aws_ecr_repository_creation_template')).toEqual(['update', 'update']);
  });

  it('shows in the preview which images would expire', async () => {
    const report = join('apps', 'registry-report', 'src', 'main.ts');
    const preview = await inClone('node', report, 'lifecycle-preview', 'prod', '--repository', 'api-gateway', '--json');
    expect({ exitCode: preview.exitCode, all: preview.all }).toMatchObject({ exitCode: 0 });
    const { repositories } = JSON.parse(preview.stdout) as Preview;
    const expired = repositories.flatMap(({ change }) => change?.newlyExpired ?? []).map(({ digest }) => digest);
    expect(expired).toHaveLength(2);
    expect(digests).toEqual(expect.arrayContaining(expired));
  });
});
