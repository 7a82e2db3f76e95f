import { describe, expect, it } from '@jest/globals';
import { containers, environments } from '@slipway/environments';
import type { EnvironmentSpec } from '@slipway/environments';
import { Failure } from '../failure.ts';
import { specCatalog } from './spec-catalog.ts';

const api = { name: 'api', context: 'api', repository: 'shop/api' };
const repository = {
  name: 'shop/api',
  tagMutability: { mode: 'IMMUTABLE' },
  encryption: { type: 'aes256' },
  scanOnPush: true,
  lifecycle: [],
  access: { pull: [], push: [] },
} as const;
const dev: EnvironmentSpec = {
  name: 'dev',
  account: '111111111111',
  region: 'us-east-1',
  state: { bucket: 'state', region: 'us-east-1' },
  models: { bucket: 'models', region: 'us-east-1' },
  deletion: 'disposable',
  tags: {},
  registries: [
    { region: 'eu-west-1', scanning: { type: 'basic' }, repositories: [{ ...repository, movingTags: ['dev-latest'] }] },
  ],
};
const catalog = specCatalog({ containers: { api }, environments: { dev } });

function failureOf(work: () => unknown): Failure {
  try {
    work();
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
  throw new Error('nothing failed');
}

describe('specCatalog', () => {
  it('finds the registry, not the region of the environment', () => {
    expect(catalog.target(catalog.container('api'), 'dev')).toEqual({
      environment: 'dev',
      account: '111111111111',
      region: 'eu-west-1',
      repository: 'shop/api',
      movingTags: ['dev-latest'],
    });
  });

  it.each(['web', 'toString', '__proto__'])('lists the known containers when there is no %s', (name) => {
    const { code, message, fix } = failureOf(() => catalog.container(name));
    expect({ code, message, fix }).toEqual({
      code: 'unknown-container',
      message: `there is no container '${name}'`,
      fix: 'use one of: api',
    });
  });

  it('lists the known environments', () => {
    expect(failureOf(() => catalog.target(api, 'staging'))).toMatchObject({
      code: 'unknown-environment',
      fix: 'use one of: dev',
    });
  });

  it('says that an environment lacks the repository', () => {
    expect(failureOf(() => catalog.target({ ...api, repository: 'none' }, 'dev')).code).toBe('repository-missing');
  });

  it("moves no tag in the project's own production", () => {
    const own = specCatalog({ containers, environments });
    for (const { name } of Object.values(containers))
      expect(own.target(own.container(name), 'prod').movingTags).toEqual([]);
  });
});
