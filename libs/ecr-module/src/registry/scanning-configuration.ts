import type { ScanningSpec } from '@slipway/environments';
import { EcrRegistryScanningConfiguration, Lazy, type Construct } from '../cdktf.ts';

/** Whether a repository asks for a scan on push. */
export interface ScannedRepository {
  readonly name: string;
  readonly scanOnPush: boolean;
}

export interface ScanningConfigurationProps {
  readonly region: string;
  readonly scanning: ScanningSpec;
  /** The registry's repositories, asked for at synth; read by basic scanning. */
  readonly repositories: () => readonly ScannedRepository[];
}

/** Filters of one rule (ECR API reference, RegistryScanningRule: repositoryFilters). */
const MOST_FILTERS = 100;

/** The registry's scanning setting: one for each account and region. */
export function scanningConfiguration(scope: Construct, id: string, props: ScanningConfigurationProps): void {
  const { region, scanning, repositories } = props;
  const rule =
    scanning.type === 'basic'
      ? Lazy.anyValue({ produce: () => scannedOnPush(repositories()) })
      : [...rules('CONTINUOUS_SCAN', scanning.continuous), ...rules('SCAN_ON_PUSH', scanning.onPush)];
  new EcrRegistryScanningConfiguration(scope, id, {
    region,
    scanType: scanning.type === 'basic' ? 'BASIC' : 'ENHANCED',
    rule,
  });
}

type Frequency = 'CONTINUOUS_SCAN' | 'SCAN_ON_PUSH';

function rules(scanFrequency: Frequency, filters: readonly string[] = []) {
  if (filters.length === 0) return [];
  return [{ scanFrequency, repositoryFilter: filters.map((filter) => ({ filter, filterType: 'WILDCARD' })) }];
}

/** In Terraform's own names: a lazy value is not translated. */
function scannedOnPush(repositories: readonly ScannedRepository[]) {
  return rules('SCAN_ON_PUSH', basicFilters(repositories)).map(({ scanFrequency, repositoryFilter }) => ({
    scan_frequency: scanFrequency,
    repository_filter: repositoryFilter.map(({ filter, filterType }) => ({ filter, filter_type: filterType })),
  }));
}

/**
 * All names where they fit; `*` where they don't and all ask.
 * @throws Error when only some ask and ECR has no room for their names
 */
function basicFilters(repositories: readonly ScannedRepository[]): readonly string[] {
  const asking = repositories.filter(({ scanOnPush }) => scanOnPush).map(({ name }) => name);
  if (asking.length <= MOST_FILTERS) return asking;
  if (asking.length === repositories.length) return ['*'];
  throw new Error(
    `"${asking.length}" of "${repositories.length}" repositories ask for a scan on push, and ECR takes ${MOST_FILTERS} names: let all of them be scanned, or fewer`,
  );
}
