import { expect, it } from '@jest/globals';
import { testEnvironment } from '@slipway/ecr-inventory/testing';
import { MemoryDeployedImages } from './testing/memory-deployed-images.ts';
import { MemoryLedger } from './testing/memory-ledger.ts';
import { testDigest, testEntry } from './testing/ledger.contract.ts';
import { useSources } from './use-sources.ts';

const prod = { ...testEnvironment, name: 'prod' };

function sources() {
  const ecs = new MemoryDeployedImages();
  const ledgers = { test: new MemoryLedger(), prod: new MemoryLedger() };
  return {
    ecs,
    ledgers,
    sources: useSources(testEnvironment, [testEnvironment, prod], {
      containers: ['api', 'jobs'].map((name) => ({ name, context: name, repository: `shop/${name}` })),
      deployTargets: () => Promise.resolve({}),
      openNamespace: () => new MemoryDeployedImages(),
      openBeanstalk: () => {
        throw new Error('nothing is deployed there');
      },
      services: () => ({ ecs }),
      openLedger: ({ name }) => ledgers[name as keyof typeof ledgers],
    }),
  };
}

it('are the kinds of deployments, the services of AWS, and the ledgers', () => {
  expect([...sources().sources.keys()]).toEqual(['eks', 'beanstalk', 'ecs', 'ledger:test', 'ledger:prod']);
});

it('say what services run, and what the ledger of each container names', async () => {
  const { sources: all, ecs, ledgers } = sources();
  ecs.images = [{ source: 'ecs', reference: 'shop/api:v1' }];
  await ledgers.prod.append(testEntry({ container: 'jobs', sequence: 1, environment: 'prod' }));
  expect(await all.get('ecs')?.()).toEqual([{ source: 'ecs', reference: 'shop/api:v1' }]);
  expect(await all.get('ledger:test')?.()).toEqual([]);
  expect(await all.get('ledger:prod')?.()).toContainEqual({
    source: 'ledger:prod',
    reference: "current release of 'jobs'",
    digest: testDigest('a'),
    release: 'current',
  });
});

it('fail one by one', async () => {
  const { sources: all, ecs } = sources();
  ecs.failure = new Error('denied');
  await expect(all.get('ecs')?.()).rejects.toThrow('denied');
  expect(await all.get('eks')?.()).toEqual([]);
});
