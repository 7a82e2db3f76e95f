import { describe, expect, it } from '@jest/globals';
import { mutable } from '../../spec/tag-mutability.ts';
import { ruleTable } from '../testing/rule-table.ts';
import { account, found, otherAccount, pinned, production, repository, withRegistry } from '../testing/sound.ts';

const named = (name: string) => ({ ...repository, name });
const numbered = (count: number, text: string) =>
  Array.from({ length: count }, (_, index) => `${text}${String(index).padStart(3, '0')}`);
const toAccounts = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ region: 'us-west-2', account: String(222_200_000_000 + index) }));
const toRegion = (...prefixes: readonly [string, ...string[]]) => ({
  region: 'us-west-2',
  account: otherAccount,
  prefixes,
});

describe('rules of replication', () => {
  ruleTable([
    [
      'warning replication-rule-count',
      withRegistry({ replication: toAccounts(11) }),
      withRegistry({ replication: toAccounts(10) }),
    ],
    [
      'error replication-same-registry',
      withRegistry({ replication: [{ region: 'us-east-1' }] }),
      withRegistry({ replication: [{ region: 'us-east-1', account: otherAccount }] }),
    ],
    [
      'error replication-partition',
      withRegistry({ replication: [{ region: 'cn-north-1', account: otherAccount }] }),
      withRegistry({ replication: [{ region: 'ca-central-1' }] }),
    ],
    [
      'error replication-prefix-count',
      withRegistry({
        replication: [{ region: 'us-west-2', prefixes: numbered(101, 'other/') as [string] }],
        repositories: [repository, ...numbered(101, 'other/').map((name) => ({ ...named(name), access: {} }))],
      }),
      withRegistry({ replication: [{ region: 'us-west-2', prefixes: ['team/'] }] }),
    ],
    [
      'error replication-prefix',
      withRegistry({ replication: [{ region: 'us-west-2', prefixes: ['*'] }] }),
      withRegistry({ replication: [{ region: 'us-west-2', prefixes: ['te'] }] }),
    ],
    [
      'error replication-matches-nothing',
      withRegistry({ replication: [{ region: 'us-west-2', prefixes: ['prod-'] }] }),
      withRegistry({ replication: [{ region: 'us-west-2', prefixes: ['team/a'] }] }),
    ],
    [
      'warning replication-prefix-redundant',
      withRegistry({ replication: [{ region: 'us-west-2', prefixes: ['team/a', 'te'] }] }),
      withRegistry({ replication: [toRegion('team/')] }),
    ],
    [
      'error replication-destination-repeated',
      withRegistry({ replication: [toRegion('team/'), toRegion('team/api')] }),
      withRegistry({
        replication: [toRegion('team/a'), toRegion('team/w'), { region: 'us-west-2' }],
        repositories: [repository, named('team/web')],
      }),
    ],
    [
      'error replica-settings-differ',
      withRegistry({
        replication: [{ region: 'us-west-2' }],
        repositories: [repository, { ...named('team/web'), tagMutability: mutable() }],
      }),
      withRegistry({
        replication: [{ region: 'us-west-2' }],
        repositories: [
          repository,
          { ...named('team/web'), tagMutability: mutable(), replicas: 'declared' },
          { ...named('other/web'), tagMutability: mutable() },
        ],
      }),
    ],
    [
      'warning replica-tags-dropped',
      withRegistry({
        replication: [{ region: 'us-west-2' }],
        repositories: [repository, { ...named('team/web'), tags: { CostCenter: 'web' } }],
      }),
      withRegistry({
        replication: [{ region: 'us-west-2' }],
        repositories: [
          { ...repository, tags: { Name: 'api', Team: 'a' } },
          { ...named('team/web'), tags: { Name: 'web', Team: 'a' } },
        ],
      }),
    ],
    [
      'error account-number',
      withRegistry({ replicationSources: [{ account: '4444' }] }),
      withRegistry({ replicationSources: [{ account: otherAccount }] }),
    ],
    [
      'error replication-source-own',
      withRegistry({ replicationSources: [{ account }] }),
      withRegistry({ replicationSources: [{ account: otherAccount }] }),
    ],
    [
      'error replication-source-prefix',
      withRegistry({ replicationSources: [{ account: otherAccount, prefixes: ['team/*'] }] }),
      withRegistry({ replicationSources: [{ account: otherAccount, prefixes: ['team/'] }] }),
    ],
    [
      'warning deletion-guard-off',
      withRegistry({ replicationSources: [{ account: otherAccount }], repositories: [pinned] }, production),
      withRegistry(
        { replicationSources: [{ account: otherAccount, prefixes: ['other/'] }], repositories: [pinned] },
        production,
      ),
    ],
    [
      'error registry-policy-size',
      withRegistry({
        replicationSources: [{ account: otherAccount, prefixes: numbered(150, 'a-team-of-others/') as [string] }],
      }),
      withRegistry({ replicationSources: [{ account: otherAccount, prefixes: ['a-team-of-others/'] }] }),
    ],
  ]);

  it('warns beyond what ECR documents, and refuses what its API can not take', () => {
    expect(found(withRegistry({ replication: toAccounts(25) }))).toEqual(['warning replication-rule-count']);
    expect(found(withRegistry({ replication: toAccounts(26) }))).toEqual([
      'error replication-rule-count',
      'warning replication-destination-count',
    ]);
    expect(found(withRegistry({ replication: toAccounts(101) }))).toEqual([
      'error replication-rule-count',
      'error replication-destination-count',
    ]);
  });
});
