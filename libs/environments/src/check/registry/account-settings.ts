import { warning, type LocalFinding } from '@slipway/findings';
import type { Place } from '../place.ts';

export function accountSettings({ registry: { settings } }: Place): LocalFinding[] {
  if (settings?.basicScanning !== 'clair') return [];
  return [
    warning('scanning-engine', {
      path: 'settings',
      message: 'basic scanning uses "clair", which AWS no longer supports',
      fix: "use 'aws-native'",
      source: 'ECR user guide, "Scan images for OS vulnerabilities": basic scanning versions',
    }),
  ];
}
