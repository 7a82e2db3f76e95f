import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { runProgram } from '../../testing/run-program.ts';
import { removeFolder, temporaryFolder } from '../../testing/temporary-folder.ts';
import { testWorld } from '../../testing/test-world.ts';

const role = 'arn:aws:iam::222222222222:role/shop-api';
const target = { kind: 'eks', context: 'test', name: 'shop-api', serviceAccount: 'shop-api', role };
const ARGS = ['deploy', 'api', '--env', 'prod', '--tag', 'v1'];

let folder: string;
beforeEach(async () => {
  folder = await temporaryFolder({ 'api/image.json': JSON.stringify({ deploy: { prod: target } }) });
});
afterEach(async () => {
  await removeFolder(folder);
});

async function run(...flags: readonly string[]) {
  const { world, prod } = testWorld(folder);
  const digest = prod.put('v1', { imageId: `sha256:${'1'.repeat(64)}`, labels: {} });
  return { digest, ...(await runProgram([...ARGS, ...flags], world)) };
}

it('says what was deployed where', async () => {
  const { printed, digest } = await run();
  expect(printed).toContain('api in prod: deployed');
  expect(printed).toContain(`@${digest}`);
  expect(printed).not.toContain('kind: Deployment');
});

it('prints manifests in a dry run line by line, below the report', async () => {
  const { printed } = await run('--dry-run');
  expect(printed).toContain('api in prod: would be deployed');
  expect(printed).toContain('\n# manifests.yaml\napiVersion: v1\nkind: ServiceAccount\n');
});

it('prints one JSON document, for a failure, too', async () => {
  expect(JSON.parse((await run('--json')).printed)).toMatchObject({
    schemaVersion: 1,
    report: 'deploy',
    dryRun: false,
  });
  const { printed, failure } = await run('--tag', 'none', '--json');
  expect(failure).toMatchObject({ code: 'image-missing' });
  expect(JSON.parse(printed)).toMatchObject({ schemaVersion: 1, error: { code: 'image-missing' } });
});

it.each([
  ['--digest', `sha256:${'1'.repeat(64)}`],
  ['--timeout', '0'],
  ['--timeout', '1m'],
])('refuses %s %s', async (...flags) => {
  expect((await run(...flags)).complaints).toMatch(/^error: option '--/);
});
