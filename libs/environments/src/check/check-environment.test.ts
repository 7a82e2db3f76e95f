import { describe, expect, it } from '@jest/globals';
import { iamRole } from '@slipway/access';
import { hasErrors } from '@slipway/findings';
import { anyImage, keepNewest } from '@slipway/lifecycle';
import fc from 'fast-check';
import { environments } from '../environments.ts';
import { checkEnvironment } from './check-environment.ts';
import { ci, environment, found, publicRepository, registry, repository, role } from './testing/sound.ts';

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

  it('reports whatever the texts of a spec are, and never throws', () => {
    const texts = fc.array(fc.string({ unit: 'binary' }), { minLength: 12, maxLength: 12 });
    fc.assert(
      fc.property(texts, (given) => {
        const [a = '', b = '', c = '', d = '', e = '', f = '', g = '', h = '', i = '', j = '', k = '', l = ''] = given;
        const findings = checkEnvironment({
          ...environment,
          account: a,
          region: b,
          tags: { [c]: d },
          registries: [
            {
              ...registry,
              region: e,
              key: { alias: f, deletionWindowDays: 7, users: [iamRole(g, h)] },
              replication: [{ region: i, account: j, prefixes: [k] }],
              replicationSources: [{ account: a, prefixes: [l] }],
              pullThroughCaches: [{ namespace: c, upstream: { registry: 'ecr', account: b, region: d } }],
              repositories: [
                { ...repository, name: l, access: { push: [iamRole(k, j)] }, movedFrom: { repository: i } },
              ],
            },
          ],
          publicRepositories: [{ ...publicRepository, name: h, push: [iamRole(g)] }],
          ci: { github: { ...ci.github, owner: f }, roles: [{ ...role, name: e, subjects: [{ branch: d }] }] },
        });
        expect(hasErrors(findings)).toBe(true);
      }),
    );
  });
});
