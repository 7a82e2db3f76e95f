import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Failure } from '../failure.ts';
import { recordRelease } from '../ledger/record-release.ts';
import { completeScan } from '../scan/testing/scan-states.ts';
import { MemoryContainerRunner } from '../smoke/memory-container-runner.ts';
import { putDescribedImage } from '../testing/put-described-image.ts';
import { runProgram } from '../testing/run-program.ts';
import { removeFolder, temporaryFolder } from '../testing/temporary-folder.ts';
import { testSpecs, testWorld } from '../testing/test-world.ts';
import type { AwsAccess, World } from '../world.ts';

const config = {
  deploy: { dev: { kind: 'beanstalk', application: 'shop', environment: 'shop-prod', bucket: 'bundles' } },
  smokeTest: { kind: 'job' },
};
let folder: string;
let world: World;
const asked: string[] = [];

beforeEach(async () => {
  folder = await temporaryFolder({
    'api/Dockerfile': 'FROM scratch\nCOPY a /a\n',
    'api/a': '1',
    'api/image.json': JSON.stringify(config),
  });
  const setting = testWorld(folder);
  const images = [];
  for (const tag of ['dev-1', 'dev-2']) {
    const { digest } = await putDescribedImage(setting.dev, { tag, layers: [{ content: tag }] });
    const parts = { environment: testSpecs.dev, container: 'api', repository: 'shop/api', digest, tags: [tag] };
    await recordRelease(setting.world, { ...parts, action: 'publish' });
    setting.scans.put(digest, [], completeScan());
    images.push({ digest, tags: [tag], pushedAt: new Date('2026-01-01T00:00:00Z') });
  }
  setting.inventory.put('dev-region', 'shop/api', { images });
  asked.length = 0;
  const withProfile = (profile: string) => (asked.push(profile), setting.world.withProfile(profile));
  const files = [{ path: 'app', type: 'directory', mode: 0o755 }] as const;
  const emptyTar = '\0'.repeat(1024);
  await putDescribedImage(setting.dev, { tag: 'dev-empty', layers: [{ content: emptyTar }] });
  const runner = new MemoryContainerRunner(() => ({ exitCode: 0, files }));
  const signingEnvironment = { COSIGN_PRIVATE_KEY: 'fake' };
  world = { ...setting.world, ...withoutCredentials(), withProfile, signingEnvironment, runner };
});
afterEach(async () => {
  await removeFolder(folder);
});

/** The process itself has no credentials: whatever asks AWS by them fails. */
function withoutCredentials(): AwsAccess {
  const refuse = () => Promise.reject(new Error('no credentials'));
  return {
    deleter: { delete: refuse },
    deployments: () => ({ ecs: { list: refuse }, lambda: { list: refuse } }),
    directory: { locate: refuse, locateForeign: refuse },
    inventory: { account: refuse, inventory: refuse, lifecyclePolicy: refuse, repositoryPolicy: refuse },
    openBeanstalk: () => {
      throw new Error('no credentials');
    },
    openLedger: () => ({ entries: refuse, append: refuse }),
    scans: { kind: refuse, read: refuse, start: refuse },
    whoami: refuse,
  };
}

const COMMANDS = [
  ['push', 'api'],
  ['publish', 'api'],
  ['rollback', 'api'],
  ['history', 'api'],
  ['scan', 'api'],
  ['verify', 'api'],
  ['list', 'api'],
  ['describe', 'api'],
  ['layers', 'api'],
  ['cleanup', 'api'],
  ['deploy', 'api', '--tag', 'dev-2', '--dry-run'],
  ['run', 'api', '--tag', 'dev-2'],
  ['sbom', 'api', '--tag', 'dev-empty', '--dry-run'],
  ['sign', 'api', '--tag', 'dev-2', '--dry-run'],
  ['cost'],
] as const;

describe.each(COMMANDS.map((command) => [command.join(' '), command] as const))('%s', (_, command) => {
  it('asks AWS by the profile that is named, and by nothing else', async () => {
    const { failure, printed } = await runProgram(
      [...command, '--env', 'dev', '--profile', 'acme-dev', '--json'],
      world,
    );
    expect(failure).toBeUndefined();
    expect(printed).not.toContain('no credentials');
    expect(asked).toEqual(['acme-dev']);
  });

  it('asks by the credentials of the process where none is named', async () => {
    const ran = runProgram([...command, '--env', 'dev', '--json'], world);
    const text = await ran.then(
      ({ failure, printed }) => `${failure?.message ?? ''} ${printed}`,
      (error: unknown) => String(error),
    );
    expect(text).toContain('no credentials');
    expect(asked).toEqual([]);
  });
});

describe('cleanup of one of two accounts', () => {
  const ARGS = ['cleanup', '--env', 'dev', '--profile', 'acme-dev', '--json'];

  it('reads the ledger of each environment by the profile that is named for it', async () => {
    const { openLedger } = world.withProfile('');
    const opened: string[] = [];
    const withProfile = (profile: string): AwsAccess => ({
      ...world.withProfile(profile),
      openLedger: (spec) => (opened.push(`${spec.name} by ${profile}`), openLedger(spec)),
    });
    const ran = await runProgram([...ARGS, '--ledger-profile', 'prod=acme-prod'], { ...world, withProfile });
    expect(ran.failure).toBeUndefined();
    expect(opened.sort()).toEqual(['dev by acme-dev', 'prod by acme-prod']);
  });

  it('says how to name one where a ledger refuses', async () => {
    const denied = new Failure({ code: 'aws-failed', message: 'no', fix: 'log in' });
    const { failure } = await runProgram(['cleanup', '--env', 'dev', '--profile', 'acme-dev'], {
      ...world,
      withProfile: (profile) => ({
        ...world.withProfile(profile),
        openLedger: ({ name }) => ({
          entries: () => (name === 'dev' ? Promise.resolve([]) : Promise.reject(denied)),
          append: () => Promise.reject(new Error()),
        }),
      }),
    });
    expect(failure?.fix).toMatch(/^log in; .*--ledger-profile prod=<profile>.*--without ledger:prod/);
  });

  it('knows the environments', async () => {
    const { failure } = await runProgram([...ARGS, '--ledger-profile', 'prdo=acme-prod'], world);
    expect(failure).toMatchObject({ code: 'unknown-environment' });
  });

  it.each(['prod', '=x', 'prod='])('refuses --ledger-profile %s', async (text) => {
    const { complaints } = await runProgram([...ARGS, '--ledger-profile', text], world);
    expect(complaints).toContain('not <environment>=<profile>');
  });
});
