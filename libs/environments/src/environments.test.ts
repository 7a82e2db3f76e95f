import { describe, expect, it } from '@jest/globals';
import { containers } from './containers.ts';
import { environments } from './environments.ts';
import { registryOf } from './registry-of.ts';

const names = (region: string) =>
  [environments.dev, environments.prod].map((environment) =>
    environment.registries
      .filter((registry) => registry.region === region)
      .flatMap(({ repositories }) => repositories.map(({ name }) => name)),
  );

describe('environments', () => {
  it('hold the repositories of the three systems in their regions', () => {
    for (const retail of names('ap-southeast-1')) {
      expect(retail).toEqual(expect.arrayContaining(['mlops/retail-api', 'mlops/train-model']));
    }
    for (const shop of names('us-east-1')) {
      expect(shop).toEqual(
        expect.arrayContaining([
          'api-gateway',
          'auth-service',
          'order-service',
          'user-service',
          'notification-service',
          'smart-budget-planner',
        ]),
      );
    }
  });

  it('have a repository for every container, in every environment', () => {
    for (const environment of Object.values(environments)) {
      for (const { repository } of Object.values(containers))
        expect(registryOf(environment, repository).region).toBe('ap-southeast-1');
    }
  });

  it('keep their accounts apart', () => {
    expect(environments.dev.account).not.toBe(environments.prod.account);
  });
});

describe('registryOf', () => {
  it('names the repositories that are there when one is not', () => {
    expect(() => registryOf(environments.dev, 'nope')).toThrow('has no repository "nope"; it has mlops/retail-api, ');
  });
});
