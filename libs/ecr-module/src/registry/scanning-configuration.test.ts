import { describe, expect, it } from '@jest/globals';
import { basicScanning, enhancedScanning, type ScanningSpec } from '@slipway/environments';
import { only, synthesized } from '../testing/synthesized.ts';
import { scanningConfiguration, type ScannedRepository } from './scanning-configuration.ts';

function scanning(spec: ScanningSpec, repositories: readonly ScannedRepository[] = []) {
  const made = synthesized((stack) => {
    scanningConfiguration(stack, 'scanning', {
      region: 'us-east-1',
      scanning: spec,
      repositories: () => repositories,
    });
  });
  return only('aws_ecr_registry_scanning_configuration', made);
}

const named = (count: number): ScannedRepository[] =>
  Array.from({ length: count }, (_, index) => ({ name: `r${index}`, scanOnPush: true }));
const wildcard = (filter: string) => ({ filter, filter_type: 'WILDCARD' });

describe('basic scanning', () => {
  it('scans on push exactly the repositories that ask for it', () => {
    const repositories = [
      { name: 'scanned', scanOnPush: true },
      { name: 'left-alone', scanOnPush: false },
    ];
    expect(scanning(basicScanning(), repositories)).toMatchObject({
      scan_type: 'BASIC',
      rule: [{ scan_frequency: 'SCAN_ON_PUSH', repository_filter: [wildcard('scanned')] }],
    });
  });

  it('has no rule where no repository asks', () => {
    expect(scanning(basicScanning())['rule'] ?? []).toEqual([]);
  });

  // ECR API reference, RegistryScanningRule: repositoryFilters, at most 100.
  it('names 100 repositories, and writes "*" for more that all ask', () => {
    const filters = (count: number) =>
      (scanning(basicScanning(), named(count))['rule'] as [{ repository_filter: unknown[] }])[0].repository_filter;
    expect(filters(100)).toHaveLength(100);
    expect(filters(101)).toEqual([wildcard('*')]);
  });

  it('says that there is no room for the names of more than 100 that ask beside others that do not', () => {
    const repositories = [...named(101), { name: 'left-alone', scanOnPush: false }];
    expect(() => scanning(basicScanning(), repositories)).toThrow('"101" of "102" repositories ask for a scan on push');
  });
});

describe('enhanced scanning', () => {
  it('has one rule for each frequency', () => {
    expect(scanning(enhancedScanning({ continuous: ['prod-*'], onPush: ['dev-*', 'ci'] }))).toMatchObject({
      scan_type: 'ENHANCED',
      rule: [
        { scan_frequency: 'CONTINUOUS_SCAN', repository_filter: [wildcard('prod-*')] },
        { scan_frequency: 'SCAN_ON_PUSH', repository_filter: [wildcard('dev-*'), wildcard('ci')] },
      ],
    });
  });

  it('has only the rule of the frequency that is given', () => {
    expect(scanning(enhancedScanning({ onPush: ['*'] }))['rule']).toEqual([
      { scan_frequency: 'SCAN_ON_PUSH', repository_filter: [wildcard('*')] },
    ]);
  });

  it('takes filters where they mean something, and needs them there', () => {
    // @ts-expect-error basic scanning follows `scanOnPush` of the repositories
    const needless: ScanningSpec = { type: 'basic', continuous: ['*'] };
    // @ts-expect-error enhanced scanning without filters would scan nothing
    const blind: ScanningSpec = { type: 'enhanced' };
    expect([needless, blind]).toHaveLength(2);
  });
});
