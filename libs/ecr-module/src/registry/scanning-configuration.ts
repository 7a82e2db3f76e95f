import type { ScanningSpec } from '@slipway/environments';
import { EcrRegistryScanningConfiguration, Lazy, type Construct } from '../cdktf.ts';

export interface ScanningConfigurationProps {
  readonly region: string;
  readonly scanning: ScanningSpec;
  /** Names of the repositories that ask for a scan on push, asked for at synth; read by basic scanning. */
  readonly scannedOnPush: () => readonly string[];
}

/** The registry's scanning setting: one for each account and region. */
export function scanningConfiguration(scope: Construct, id: string, props: ScanningConfigurationProps): void {
  new EcrRegistryScanningConfiguration(scope, id, {
    region: props.region,
    scanType: props.scanning.type === 'basic' ? 'BASIC' : 'ENHANCED',
    rule: Lazy.anyValue({ produce: () => rules(props) }),
  });
}

/** In Terraform's own names: a lazy value is not translated. */
function rules({ scanning, scannedOnPush }: ScanningConfigurationProps) {
  const filters = scanning.type === 'basic' ? scannedOnPush() : scanning.repositories;
  if (filters.length === 0) return [];
  const continuous = scanning.type === 'enhanced' && scanning.frequency === 'continuous';
  return [
    {
      scan_frequency: continuous ? 'CONTINUOUS_SCAN' : 'SCAN_ON_PUSH',
      repository_filter: filters.map((filter) => ({ filter, filter_type: 'WILDCARD' })),
    },
  ];
}
