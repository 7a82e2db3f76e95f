import type { ResourceChange } from '../plan/plan.ts';
import { SCANNING, paidScanning } from './paid-scanning.ts';
import type { ScanPrices } from './scan-prices.ts';

/** Inspector user guide, "Scan behaviors for Amazon ECR scanning". */
const FIRST =
  'Inspector scans at once what was pushed within 30 days or pulled within 90, where the account activates it for the first time: that costs once';

/** What a registry's scanning costs from now on, in words; nothing where that stays as it is. */
export function scanCostWords({ type, before, after }: ResourceChange, prices: ScanPrices | undefined): string[] {
  if (type !== SCANNING) return [];
  const [was, is] = [paidScanning(before), paidScanning(after)];
  if (is.state === 'unknown') return ['what scanning will cost is only known after the apply'];
  if (JSON.stringify(was) === JSON.stringify(is)) return [];
  if (is.state === 'none')
    return was.state === 'none' ? [] : ['scanning costs nothing from now on: basic scanning is free'];
  if (prices === undefined) return ['what enhanced scanning costs is not known'];
  const again = is.filters.some(({ isContinuous }) => isContinuous)
    ? `, and $${prices.dollarsPerRescan.toFixed(2)} for each scan after that where it is continuous`
    : '';
  return [
    ...(was.state === 'none' && again !== '' ? [FIRST] : []),
    `scanning costs $${prices.dollarsPerImage.toFixed(2)} for each image that is pushed${again} (${prices.standing})`,
  ];
}
