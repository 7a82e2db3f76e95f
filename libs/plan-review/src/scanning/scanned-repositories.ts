import { scanningFilter } from '@slipway/lifecycle';
import { repositoryOf } from '../change/repository-of.ts';
import { readText } from '../change/read-value.ts';
import type { ResourceChange } from '../plan/plan.ts';
import { SCANNING, paidScanning } from './paid-scanning.ts';
import type { PaidScanning } from './paid-scanning.ts';

export interface ScannedRepositories {
  readonly region: string;
  /** Names of repositories of the plan whose images Inspector scans before the change. */
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** What a change of a registry's scanning means for the repositories of the plan; undefined where that is another change, or not known. */
export function scannedRepositories(
  change: ResourceChange,
  changes: readonly ResourceChange[],
): ScannedRepositories | undefined {
  const region = readText(change.after, 'region') ?? readText(change.before, 'region');
  const [before, after] = [paidScanning(change.before), paidScanning(change.after)];
  if (change.type !== SCANNING || region === undefined) return undefined;
  if (before.state === 'unknown' || after.state === 'unknown') return undefined;
  const names = namesIn(region, changes);
  return { region, before: names.filter(covers(before)), after: names.filter(covers(after)) };
}

function namesIn(region: string, changes: readonly ResourceChange[]): string[] {
  const own = changes.filter(({ type, isData }) => type === 'aws_ecr_repository' && !isData).map(repositoryOf);
  return [...new Set(own.filter((one) => one.region === region).flatMap(({ repository }) => repository ?? []))];
}

function covers(scanning: PaidScanning): (name: string) => boolean {
  if (scanning.state !== 'enhanced') return () => false;
  const matchers = scanning.filters.map(({ filter }) => scanningFilter(filter));
  return (name) => matchers.some((matches) => matches(name));
}
