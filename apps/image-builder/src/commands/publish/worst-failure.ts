import { Failure } from '@slipway/cli';
import type { PublishReport, Published } from './publish-report.ts';

/** What may go away when the command is run again later: something outside wasn't ready. */
const PASSING: readonly string[] = [
  'engine-unreachable',
  'engine-failed',
  'base-image-missing',
  'registry-unreachable',
  'aws-failed',
  'ledger-unreadable',
];

/**
 * One failure for all containers that failed. Its code is that of the worst: interrupted, else the first that running
 * the command again doesn't mend, else the first.
 */
export function worstFailure({ environment, containers }: PublishReport): Failure | undefined {
  const failed = containers.filter((published) => published.outcome === 'failed');
  const worst =
    failed.find(({ error }) => error.code === 'interrupted') ??
    failed.find(({ error }) => !PASSING.includes(error.code)) ??
    failed[0];
  if (worst === undefined) return undefined;
  const count = `${failed.length} of ${containers.length} ${containers.length === 1 ? 'container was' : 'containers were'}`;
  return new Failure({
    code: worst.error.code,
    message: [`${count} not published to '${environment}':`, ...failed.map(line)].join('\n  '),
    fix: worst.error.fix,
  });
}

function line({ container, error }: Published & { readonly outcome: 'failed' }): string {
  return `${container}: ${error.message}`;
}
