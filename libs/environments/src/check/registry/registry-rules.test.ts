import { describe, expect, it } from '@jest/globals';
import { iamRole, organization } from '@slipway/access';
import type { KeySpec } from '../../spec/key-spec.ts';
import type { NotificationsSpec } from '../../spec/notifications-spec.ts';
import type { RepositorySpec } from '../../spec/repository-spec.ts';
import { enhancedScanning } from '../../spec/scanning-spec.ts';
import { ruleTable } from '../testing/rule-table.ts';
import { bare, found, registry, repository, withRegistry } from '../testing/sound.ts';

const named = (name: string) => ({ ...repository, name });
const numbered = (count: number, text: string) =>
  Array.from({ length: count }, (_, index) => `${text}${String(index).padStart(3, '0')}`);
const withKey = (change: Partial<KeySpec>) => withRegistry({ key: { alias: 'ecr', deletionWindowDays: 7, ...change } });
const withNotifications = (change: Partial<NotificationsSpec>) =>
  withRegistry({ notifications: { topic: 'images', on: [{ event: 'push' }], ...change } });

describe('rules of a registry', () => {
  ruleTable([
    ['error region-name', withRegistry({ region: 'US East' }), withRegistry({ region: 'us-gov-west-1' })],
    [
      'error repository-declared-twice',
      withRegistry({ repositories: [repository, repository] }),
      withRegistry({ repositories: [repository, named('team/web')] }),
    ],
    ['error key-alias', withKey({ alias: 'aws/ecr' }), withKey({ alias: 'team/ecr_1-a' })],
    ['error key-deletion-window', withKey({ deletionWindowDays: 6 }), withKey({ deletionWindowDays: 30 })],
    ['error key-rotation-period', withKey({ rotationPeriodDays: 89 }), withKey({ rotationPeriodDays: 2560 })],
    ['error key-principals-empty', withKey({ administrators: [] }), withKey({ administrators: [iamRole('admin')] })],
    [
      'error key-policy-size',
      withKey({ users: numbered(500, 'user-of-the-registry-key-').map((name) => iamRole(name)) }),
      withKey({ users: [organization('o-a1b2c3d4e5')] }),
    ],
    ['error principal-role-name', withKey({ users: [iamRole('a b')] }), withKey({ users: [iamRole('path/a')] })],
    [
      'error scanning-filter-count',
      withRegistry({
        scanning: enhancedScanning({ continuous: ['*', ...numbered(100, 'other/')] }),
        repositories: [repository, ...numbered(100, 'other/').map((name) => ({ ...named(name), access: {} }))],
      }),
      withRegistry({ scanning: enhancedScanning({ continuous: ['*'], onPush: ['team*', 'api'] }) }),
    ],
    [
      'error scanning-filter',
      withRegistry({ scanning: enhancedScanning({ continuous: ['*', 'Team'] }) }),
      withRegistry({ scanning: enhancedScanning({ continuous: ['*'] }) }),
    ],
    [
      'error scanning-matches-nothing',
      withRegistry({ scanning: enhancedScanning({ continuous: ['*', 'prod'] }) }),
      withRegistry({ scanning: enhancedScanning({ continuous: ['am/a'] }) }),
    ],
    [
      'warning scanning-filter-repeated',
      withRegistry({ scanning: enhancedScanning({ continuous: ['*'], onPush: ['*'] }) }),
      withRegistry({ scanning: enhancedScanning({ continuous: ['team/*'], onPush: ['*'] }) }),
    ],
    [
      'warning scanning-leaves-out',
      withRegistry({
        scanning: enhancedScanning({ onPush: ['team/*'] }),
        repositories: [repository, named('other/team/api')],
      }),
      withRegistry({
        scanning: enhancedScanning({ onPush: ['team'] }),
        repositories: [repository, named('other/team/api')],
      }),
    ],
    ['error topic-name', withNotifications({ topic: 'images.fifo' }), withNotifications({ topic: 'Images_1-a' })],
    [
      'error notification-events',
      withNotifications({ on: [{ event: 'push' }, { event: 'push' }] }),
      withNotifications({ on: [{ event: 'push' }, { event: 'delete' }, { event: 'scan', severities: ['HIGH'] }] }),
    ],
    [
      'error notification-severities',
      withNotifications({ on: [{ event: 'scan', severities: ['HIGH', 'HIGH'] }] }),
      withNotifications({ on: [{ event: 'scan', severities: ['HIGH', 'CRITICAL'] }] }),
    ],
    [
      'error subscription-repeated',
      withNotifications({
        subscriptions: [
          { protocol: 'email', endpoint: 'a@b.example' },
          { protocol: 'email', endpoint: 'a@b.example' },
        ],
      }),
      withNotifications({ subscriptions: [{ protocol: 'email', endpoint: 'a@b.example' }] }),
    ],
    [
      'error subscription-endpoint',
      withNotifications({ subscriptions: [{ protocol: 'https', endpoint: 'http://a.example/hook' }] }),
      withNotifications({ subscriptions: [{ protocol: 'https', endpoint: 'https://a.example/hook' }] }),
    ],
    [
      'warning scanning-engine',
      withRegistry({ settings: { basicScanning: 'clair' } }),
      withRegistry({ settings: { basicScanning: 'aws-native', registryPolicyScope: 'v2' } }),
    ],
    [
      'error unmanaged-name',
      withRegistry({ unmanaged: ['old-*'] }),
      withRegistry({ unmanaged: ['old/', 'x/', 'old-api'] }),
    ],
    [
      'error unmanaged-repeated',
      withRegistry({ unmanaged: ['old/', 'old/'] }),
      withRegistry({ unmanaged: ['old/', 'old/api'] }),
    ],
  ]);

  it.each([
    ['email', 'nobody', 'team@acme.example'],
    ['sqs', 'https://sqs.us-east-1.amazonaws.com/111122223333/q', 'arn:aws:sqs:us-east-1:111122223333:q'],
    ['sqs', 'arn:aws:sqs:us-east-1:111122223333:q.fifo', 'arn:aws:sqs:us-east-1:111122223333:q-1'],
    ['lambda', 'my-function', 'arn:aws:lambda:us-east-1:111122223333:function:f'],
  ] as const)('holds the endpoint of %s to what SNS takes', (protocol, wrong, right) => {
    expect(found(withNotifications({ subscriptions: [{ protocol, endpoint: wrong }] }))).toEqual([
      'error subscription-endpoint',
    ]);
    expect(found(withNotifications({ subscriptions: [{ protocol, endpoint: right }] }))).toEqual([]);
  });

  it('lists at most 100 repositories to basic scanning, unless all are scanned', () => {
    const scanned = (count: number) => numbered(count, 'team/').map((name) => named(name));
    const rest = { ...named('web'), scanOnPush: false };
    const rules = (repositories: readonly RepositorySpec[]) =>
      found({ ...bare, registries: [{ ...registry, repositories }] });
    expect(rules([...scanned(101), rest])).toEqual(['error scanning-filter-count', 'warning never-scanned']);
    expect(rules([...scanned(100), rest])).toEqual(['warning never-scanned']);
    expect(rules(scanned(300))).toEqual([]);
  });

  it('knows that filters may be about repositories that are cached, replicated in or unmanaged', () => {
    const scan = (filter: string) => enhancedScanning({ continuous: ['*', filter] });
    const cached = { pullThroughCaches: [{ namespace: 'hub', upstream: { registry: 'quay' } }] } as const;
    expect(found(withRegistry({ ...cached, scanning: scan('hub/library/*') }))).toEqual([]);
    expect(found(withRegistry({ ...cached, scanning: scan('hubs/*') }))).toEqual(['error scanning-matches-nothing']);
    expect(
      found(withRegistry({ unmanaged: ['old/'], replication: [{ region: 'us-west-2', prefixes: ['old/', 'team/'] }] })),
    ).toEqual([]);
    const sources = [{ account: '444455556666', prefixes: ['theirs/'] }] as const;
    expect(found(withRegistry({ replicationSources: sources, scanning: scan('theirs/*') }))).toEqual([]);
    const replica = {
      ...registry,
      region: 'us-west-2',
      repositories: [],
      scanning: enhancedScanning({ onPush: ['team/*'] }),
    };
    const source = (prefix: string) => ({
      ...registry,
      replication: [{ region: 'us-west-2', prefixes: [prefix] as const }],
    });
    expect(found({ ...bare, registries: [source('team/'), replica] })).toEqual([]);
  });
});
