import { describe, expect, it } from '@jest/globals';
import { isFailure } from '@slipway/cli';
import type { Failure } from '@slipway/cli';
import { testEnvironment } from '../testing/test-environment.ts';
import { findEnvironment, findPlaces } from './catalog.ts';

function failureOf(work: () => unknown): Failure {
  try {
    work();
  } catch (error) {
    if (isFailure(error)) return error;
    throw error;
  }
  throw new Error('nothing failed');
}

describe('findEnvironment', () => {
  it.each(['staging', 'toString', '__proto__'])('lists the known environments when there is no %s', (name) => {
    const { code, message, fix } = failureOf(() => findEnvironment({ test: testEnvironment }, name));
    expect({ code, message, fix }).toEqual({
      code: 'unknown-environment',
      message: `there is no environment '${name}'`,
      fix: 'use one of: test',
    });
  });
});

describe('findPlaces', () => {
  it('finds declared repositories and their replicas in the account, and says who makes a replica', () => {
    expect(findPlaces(testEnvironment, []).map(({ region, name, replica }) => [region, name, replica])).toEqual([
      ['us-east-1', 'shop/api', undefined],
      ['us-east-1', 'tools', undefined],
      ['us-west-2', 'shop/api', { of: 'us-east-1', madeBy: 'template' }],
      ['us-west-2', 'tools', { of: 'us-east-1', madeBy: 'Terraform' }],
    ]);
  });

  it('finds only what the replication rules are about: prefix, region and account', () => {
    const [registry] = testEnvironment.registries;
    if (registry === undefined) throw new Error('no registry');
    const replication = [
      { region: 'eu-west-1', prefixes: ['shop/'] },
      { region: 'us-east-1', account: '222222222222' },
    ] as const;
    const environment = { ...testEnvironment, registries: [{ ...registry, replication }] };
    expect(findPlaces(environment, []).map(({ region, name }) => `${region} ${name}`)).toEqual([
      'eu-west-1 shop/api',
      'us-east-1 shop/api',
      'us-east-1 tools',
    ]);
  });

  it('finds the places of the named repositories, and lists the known ones for another name', () => {
    expect(findPlaces(testEnvironment, ['tools']).map(({ region }) => region)).toEqual(['us-east-1', 'us-west-2']);
    expect(failureOf(() => findPlaces(testEnvironment, ['tools', 'none']))).toMatchObject({
      code: 'unknown-repository',
      message: "the environment 'test' has no repository 'none'",
      fix: 'use one of: shop/api, tools',
    });
  });
});
