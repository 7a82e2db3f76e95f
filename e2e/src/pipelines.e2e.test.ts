import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DescribeRepositoriesCommand, ECRClient, PutImageTagMutabilityCommand } from '@aws-sdk/client-ecr';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { baseWithout } from './base-without.ts';
import { cloudEnvironment, ROOT, run } from './workspace.ts';

/** What a pipeline checks is in Nx's cache where the tests of the projects ran before. */
const PATIENCE = 900_000;
/** Characters of a failed pipeline's output that are worth reading. */
const TOLD = 4_000;

/** A pipeline as a person starts it: files may differ from the commit. */
async function pipeline(name: 'ci:pr' | 'ci:main', ...args: readonly string[]) {
  const { exitCode, all } = await run(['npm', 'run', '--silent', name, '--', ...args], { environment: { CI: '' } });
  if (exitCode !== 0) throw new Error(`${name} ended with ${String(exitCode)}:\n${all.slice(-TOLD)}`);
  return { all, results: resultsOf(all) };
}

/** Steps of the summary with what became of them, such as `plan:dev: passed`. */
function resultsOf(output: string): string[] {
  return [...output.matchAll(/^ +[\d.]+ s {2}(.+)$/gm)].map(([, result = '']) => result);
}

describe('npm run ci:pr', () => {
  it(
    'checks and builds the one container that is touched',
    async () => {
      const base = await baseWithout('server/main.py');
      const { all, results } = await pipeline('ci:pr', '--base', base);
      expect(results).toEqual(['format: passed', 'check: passed', 'image: passed']);
      expect(all).toContain('nx run server:image');
      expect(all).not.toContain('nx run training:');
    },
    PATIENCE,
  );

  it('plans the environment that is touched, and writes one review of it', async () => {
    const base = await baseWithout('apps/dev/src/main.ts');
    const { results } = await pipeline('ci:pr', '--base', base, '--only', 'plan,review');
    expect(results).toEqual(['plan:dev: passed', 'review: passed']);
    expect(await readFile(join(ROOT, 'dist', 'ci', 'review.md'), 'utf8')).toContain('Plan review: ');
  });
});

describe('npm run ci:main', () => {
  let environment: Record<string, string> = {};
  let ecr: ECRClient;
  const missing = (error: unknown) => {
    if ((error as Error).name !== 'RepositoryNotFoundException') throw error;
  };

  beforeAll(async () => {
    environment = await cloudEnvironment('dev');
    const { AWS_ENDPOINT_URL: endpoint = '', AWS_ACCESS_KEY_ID = '', AWS_SECRET_ACCESS_KEY = '' } = environment;
    const credentials = { accessKeyId: AWS_ACCESS_KEY_ID, secretAccessKey: AWS_SECRET_ACCESS_KEY };
    ecr = new ECRClient({ region: 'us-east-1', endpoint, credentials });
    // Dev may be deployed already: then this is what the plan has to find.
    const change = { repositoryName: 'api-gateway', imageTagMutability: 'IMMUTABLE' } as const;
    await ecr.send(new PutImageTagMutabilityCommand(change)).catch(missing);
  });

  it(
    'deploys dev by its saved plan, then publishes the one container that is touched, and tries it',
    async () => {
      const base = await baseWithout('server/main.py');
      const { results } = await pipeline('ci:main', '--base', base);
      const passed = ['check', 'plan:dev', 'deploy:dev', 'publish', 'smoke:server'].map((step) => `${step}: passed`);
      expect(results).toEqual(passed);
    },
    PATIENCE,
  );

  it('leaves dev as its spec says, and in its ledger that the released image was tried', async () => {
    const { repositories } = await ecr.send(new DescribeRepositoriesCommand({ repositoryNames: ['api-gateway'] }));
    expect(repositories?.[0]?.imageTagMutability).toBe('MUTABLE');
    const history = await run(['image-builder', 'history', 'server', '--env', 'dev', '--json'], { environment });
    const { current, entries } = JSON.parse(history.stdout) as { current: string; entries: object[] };
    expect(entries[0]).toMatchObject({ action: 'test', digest: current, note: 'smoke test passed' });
  });
});
