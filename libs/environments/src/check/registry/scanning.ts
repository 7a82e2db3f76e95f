import { error, under, warning, type LocalFinding } from '@slipway/findings';
import { scanningFilter } from '@slipway/lifecycle';
import type { RepositorySpec } from '../../spec/repository-spec.ts';
import type { ScanningSpec } from '../../spec/scanning-spec.ts';
import { listed } from '../finding/listed.ts';
import { within } from '../finding/within.ts';
import type { Place } from '../place.ts';
import { canBeUndeclared } from './undeclared-names.ts';

type Enhanced = Extract<ScanningSpec, { readonly type: 'enhanced' }>;

const FILTERS = { least: 1, most: 100 };
/** ECR API reference, ScanningRepositoryFilter: filter. */
const FILTER = /^(?=.{1,255}$)[a-z0-9*](?:[._\-/a-z0-9*]?[a-z0-9*]+)*$/;
const SOURCE = 'ECR API reference, RegistryScanningRule: repositoryFilters';
const GUIDE = 'ECR user guide, "Filters to choose which repositories are scanned"';

/** Which images are scanned. */
export function scanning(place: Place): LocalFinding[] {
  const { scanning: spec, repositories } = place.registry;
  return under('scanning', spec.type === 'basic' ? basic(repositories) : enhanced(spec, place));
}

/** Basic scanning lists the repositories that ask for it, unless all do. */
function basic(repositories: readonly RepositorySpec[]): LocalFinding[] {
  const scanned = repositories.filter(({ scanOnPush }) => scanOnPush).length;
  if (scanned === repositories.length || scanned <= FILTERS.most) return [];
  return [
    error('scanning-filter-count', {
      message: `"${scanned}" repositories ask for a scan on push and ${repositories.length - scanned} do not; ECR takes ${FILTERS.most} filters`,
      fix: 'set scanOnPush to true for all repositories',
      source: SOURCE,
    }),
  ];
}

function enhanced({ continuous, onPush }: Enhanced, place: Place): LocalFinding[] {
  const filters = [...(continuous ?? []), ...(onPush ?? [])];
  return [
    ...filterCount(continuous),
    ...filterCount(onPush),
    ...filters.flatMap((filter) => (FILTER.test(filter) ? [] : [notAFilter(filter)])),
    ...matchNothing(filters, place),
    ...bothFrequencies(continuous, onPush),
    ...unscanned(filters, place.registry.repositories),
  ];
}

function filterCount(filters: readonly string[] | undefined): LocalFinding[] {
  if (filters === undefined || within(filters.length, FILTERS)) return [];
  return [
    error('scanning-filter-count', {
      message: `"${filters.length}" filters for one frequency; ECR takes ${FILTERS.least} to ${FILTERS.most}`,
      fix: filters.length === 0 ? 'leave the frequency out' : 'join filters with "*"',
      source: SOURCE,
    }),
  ];
}

function notAFilter(filter: string): LocalFinding {
  return error('scanning-filter', {
    message: `"${filter}" is not a filter on repository names`,
    fix: 'use 1 to 255 characters of a name, and "*" for any characters',
    source: 'ECR API reference, ScanningRepositoryFilter: filter',
  });
}

function matchNothing(filters: readonly string[], place: Place): LocalFinding[] {
  return filters
    .filter((filter) => FILTER.test(filter) && !canMatch(filter, place))
    .map((filter) =>
      error('scanning-matches-nothing', {
        message: `the filter "${filter}" matches no repository of this registry`,
        fix: 'name what repositories are called, or leave the filter out',
        source: GUIDE,
      }),
    );
}

function canMatch(filter: string, place: Place): boolean {
  const matches = scanningFilter(filter);
  if (place.registry.repositories.some(({ name }) => matches(name))) return true;
  // A filter without "*" matches in the middle of names too, so it says nothing about their beginning.
  const [beginning = '', ...rest] = filter.split('*');
  return canBeUndeclared(rest.length === 0 ? '' : beginning, place);
}

function bothFrequencies(continuous: readonly string[] = [], onPush: readonly string[] = []): LocalFinding[] {
  const both = onPush.filter((filter) => continuous.includes(filter));
  if (both.length === 0) return [];
  return [
    warning('scanning-filter-repeated', {
      message: `${listed(both)} is both continuous and on push; ECR scans continuously then`,
      fix: 'write it once',
      source: GUIDE,
    }),
  ];
}

/** A warning: a repository may be left out on purpose, since enhanced scanning is paid by image. */
function unscanned(filters: readonly string[], repositories: readonly RepositorySpec[]): LocalFinding[] {
  const matchers = filters.map((filter) => scanningFilter(filter));
  const left = repositories.filter(({ name }) => !matchers.some((matches) => matches(name)));
  if (left.length === 0) return [];
  return [
    warning('scanning-leaves-out', {
      message: `no filter matches ${listed(left.map(({ name }) => name))}: under enhanced scanning these are never scanned, whatever scanOnPush says`,
      fix: 'add a filter, or "*" for all',
      source: GUIDE,
    }),
  ];
}
