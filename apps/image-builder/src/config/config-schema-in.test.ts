import { afterEach, describe, expect, it } from '@jest/globals';
import { removeFolder, temporaryFolder } from '../testing/temporary-folder.ts';
import { runProgram } from '../testing/run-program.ts';
import { testWorld } from '../testing/test-world.ts';
import { readContainerConfig } from './read-container-config.ts';

let folder: string;
afterEach(async () => {
  await removeFolder(folder);
});

async function worldWith(config: object) {
  folder = await temporaryFolder({ 'api/Dockerfile': 'FROM scratch\n', 'api/image.json': JSON.stringify(config) });
  return testWorld(folder).world;
}

const bucket = { kind: 'beanstalk', application: 'shop', environment: 'shop-prod', bucket: 'bundles' };

describe('an environment in image.json', () => {
  it.each([
    ['tags.environments.prdo', { tags: { environments: { prdo: 'commit' } } }],
    ['deploy.prdo', { deploy: { prdo: bucket } }],
    ['scan.failOn.prdo', { scan: { failOn: { prdo: 'low' } } }],
  ])('that there is not is refused at %s, with the one that was meant', async (path, config) => {
    await expect(readContainerConfig(await worldWith(config), 'api')).rejects.toMatchObject({
      code: 'configuration-invalid',
      message: expect.stringMatching(
        new RegExp(`no environment 'prdo': did you mean 'prod'\\? There are: dev, prod\\n.*at ${path}`),
      ) as unknown,
    });
  });

  it('is named with all others that are wrong', async () => {
    const config = {
      tags: { environments: { developement: 'commit' } },
      scan: { failOn: { Prod: 'low', dev: 'low' } },
    };
    const failure: unknown = await readContainerConfig(await worldWith(config), 'api').catch((error: unknown) => error);
    expect(String(failure)).toMatch(/'developement'(.|\n)*'Prod': did you mean 'prod'/);
    expect(String(failure)).not.toContain("'dev'");
  });

  it('gets no suggestion where none is near', async () => {
    const world = await worldWith({ scan: { failOn: { 'acceptance-test': 'low' } } });
    await expect(readContainerConfig(world, 'api')).rejects.toMatchObject({
      message: expect.stringMatching(/no environment 'acceptance-test'\. There are: dev, prod/) as unknown,
    });
  });

  it('is one of this workspace, not of this project', async () => {
    const { specs, ...world } = await worldWith({ scan: { failOn: { staging: 'low' } } });
    const config = await readContainerConfig({ ...world, specs: { staging: specs['dev']! } }, 'api');
    expect(config.scan?.failOn).toEqual({ staging: 'low' });
  });

  it.each([
    ['scan', 'api', '--env', 'dev'],
    ['push', 'api', '--env', 'dev'],
    ['deploy', 'api', '--env', 'dev'],
    ['run', 'api'],
  ])('is refused by %s, too', async (...args) => {
    const { failure } = await runProgram(args, await worldWith({ scan: { failOn: { prdo: 'low' } } }));
    expect(failure?.code).toBe('configuration-invalid');
  });
});
