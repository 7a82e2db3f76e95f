import { describe, expect, it } from '@jest/globals';
import { anyImage, keepNewest } from '@slipway/lifecycle';
import { environments } from '../environments.ts';
import { checkEnvironment } from './check-environment.ts';
import { environment, found, registry, repository } from './testing/sound.ts';

describe('checkEnvironment', () => {
  it.each(Object.entries(environments))('finds nothing in %s', (_, spec) => {
    expect(checkEnvironment(spec)).toEqual([]);
  });

  it('finds nothing in a sound spec', () => {
    expect(found(environment)).toEqual([]);
  });

  it('returns everything at once, with the path from the environment inwards, the value quoted, a fix and a source', () => {
    const findings = checkEnvironment({
      ...environment,
      account: '12',
      registries: [
        {
          ...registry,
          replication: [{ region: 'us-east-1' }],
          repositories: [{ ...repository, name: 'Team', lifecycle: [keepNewest(0, anyImage())] }],
        },
      ],
    });
    expect(findings.map(({ rule, path }) => `${rule} at ${path}`)).toEqual([
      'account-number at test',
      'replication-same-registry at test / us-east-1 / replication to us-east-1',
      'repository-name at test / us-east-1 / Team',
      'lifecycle-count-number at test / us-east-1 / Team / lifecycle / rule 1',
    ]);
    expect(findings[0]).toMatchObject({
      severity: 'error',
      message: 'the account "12" is not an AWS account',
      fix: 'write its 12 digits, as a string',
      source: 'AWS Account Management reference guide, "View AWS account identifiers"',
    });
  });
});
