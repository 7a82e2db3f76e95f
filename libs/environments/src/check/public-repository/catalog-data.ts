import { error, warning, type LocalFinding } from '@slipway/findings';
import type { PublicRepositorySpec } from '../../spec/public-repository-spec.ts';
import { listed } from '../finding/listed.ts';
import { repeated } from '../finding/repeated.ts';
import { within } from '../finding/within.ts';

const SOURCE = 'ECR Public API reference, RepositoryCatalogDataInput';
const MOST_DESCRIPTION = 1024;
const MOST_MARKDOWN = 25_600;
const MOST_ENTRIES = 50;
const ENTRY = { least: 1, most: 50 };
/** What the gallery shows and searches by; anything else is kept and not found. */
const SHOWN = {
  architectures: ['ARM', 'ARM 64', 'x86', 'x86-64'],
  'operating systems': ['Linux', 'Windows'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** What the gallery shows of a repository. */
export function catalogData(repository: PublicRepositorySpec): LocalFinding[] {
  const { description, about = '', usage = '', architectures = [], operatingSystems = [] } = repository;
  return [
    ...text('description', description, MOST_DESCRIPTION),
    ...text('about', about, MOST_MARKDOWN),
    ...text('usage', usage, MOST_MARKDOWN),
    ...entries('architectures', architectures),
    ...entries('operating systems', operatingSystems),
  ];
}

function text(path: string, value: string, most: number): LocalFinding[] {
  if (value.length <= most) return [];
  return [
    error('public-repository-text', {
      path,
      message: `has "${value.length}" characters`,
      fix: `use at most ${most}`,
      source: SOURCE,
    }),
  ];
}

type List = keyof typeof SHOWN;

function entries(path: List, values: readonly string[]): LocalFinding[] {
  const bad = values.filter((value) => !within(value.length, ENTRY));
  const twice = repeated(values);
  return [
    ...(values.length <= MOST_ENTRIES ? [] : [badEntries(path, `${values.length} entries`)]),
    ...bad.map((value) => badEntries(path, value)),
    ...twice.map((value) => badEntries(path, value)),
    ...notShown(path, values),
  ];
}

function badEntries(path: string, value: string): LocalFinding {
  return error('public-repository-catalog', {
    path,
    message: `"${value}" is not allowed`,
    fix: `list at most ${MOST_ENTRIES}, each once, of ${ENTRY.least} to ${ENTRY.most} characters`,
    source: SOURCE,
  });
}

function notShown(path: List, values: readonly string[]): LocalFinding[] {
  const shown: readonly string[] = SHOWN[path];
  const others = values.filter((value) => !shown.includes(value) && within(value.length, ENTRY));
  if (others.length === 0) return [];
  return [
    warning('public-repository-not-shown', {
      path,
      message: `the gallery knows no ${listed(others)}, and shows no badge and finds nothing by it`,
      fix: `use ${shown.join(', ')}`,
      source: SOURCE,
    }),
  ];
}
