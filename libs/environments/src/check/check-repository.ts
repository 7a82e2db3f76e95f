import { checkPrincipal } from '@slipway/access';
import { under, type Finding, type LocalFinding } from '@slipway/findings';
import { lintPolicy } from '@slipway/lifecycle';
import { grantsOf } from '../grants-of.ts';
import type { EnvironmentSpec } from '../spec/environment-spec.ts';
import type { RegistrySpec } from '../spec/registry-spec.ts';
import type { RepositorySpec } from '../spec/repository-spec.ts';
import { moves } from '../spec/moves.ts';
import { error } from './error.ts';

/** ECR CreateRepository, repositoryName. */
const NAME = /^(?=.{2,256}$)[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*(?:\/[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*)*$/;
/** ECR PutImageTagMutability, imageTagMutabilityExclusionFilters. */
const MOST_FILTERS = 5;
const FILTER = /^[0-9a-zA-Z._*-]{1,128}$/;
const MOST_WILDCARDS = 2;
/** ECR CreateRepository, tags. */
const MOST_TAGS = 50;

type RepositoryRule = (
  repository: RepositorySpec,
  registry: RegistrySpec,
  environment: EnvironmentSpec,
) => LocalFinding[];

const RULES: readonly RepositoryRule[] = [
  name,
  exclusionFilters,
  movingTags,
  latestInProduction,
  encryptionKey,
  principals,
  tagCount,
  scanning,
];

/** Everything that is wrong with one repository. */
export function checkRepository(
  repository: RepositorySpec,
  registry: RegistrySpec,
  environment: EnvironmentSpec,
): Finding[] {
  return under(repository.name, [
    ...RULES.flatMap((rule) => rule(repository, registry, environment)),
    ...lintPolicy(repository.lifecycle),
  ]);
}

function name(repository: RepositorySpec): LocalFinding[] {
  if (NAME.test(repository.name)) return [];
  return [
    error('repository-name', {
      message: `"${repository.name}" is not a repository name`,
      fix: 'use 2 to 256 lower-case letters and digits, with single separators . _ - between them and / between parts',
    }),
  ];
}

function exclusionFilters({ tagMutability: { except } }: RepositorySpec): LocalFinding[] {
  if (except === undefined) return [];
  const count = except.length >= 1 && except.length <= MOST_FILTERS ? [] : [`${except.length} filters`];
  const bad = except.filter((filter) => !FILTER.test(filter) || filter.split('*').length - 1 > MOST_WILDCARDS);
  return [...count, ...bad].map((value) =>
    error('exclusion-filter', {
      path: 'tag mutability',
      message: `"${value}" can't be an exclusion`,
      fix: `give 1 to ${MOST_FILTERS} filters of letters, digits and . _ - with at most ${MOST_WILDCARDS} "*" each`,
    }),
  );
}

function movingTags({ movingTags: tags = [], tagMutability }: RepositorySpec): LocalFinding[] {
  return tags
    .filter((tag) => !moves(tagMutability, tag))
    .map((tag) =>
      error('moving-tag-immutable', {
        path: 'tag mutability',
        message: `the moving tag "${tag}" is immutable here, so its second push would fail`,
        fix: `use immutableExcept('${tag}') or don't move the tag`,
      }),
    );
}

function latestInProduction(
  { movingTags: tags = [] }: RepositorySpec,
  _: RegistrySpec,
  { deletion }: EnvironmentSpec,
): LocalFinding[] {
  if (deletion !== 'protected' || tags.length === 0) return [];
  return [
    error('moving-tag-in-production', {
      message: `the moving tags "${tags.join('", "')}" are pushed in a protected environment`,
      fix: 'push pinned versions only and leave movingTags out',
    }),
  ];
}

function encryptionKey({ encryption }: RepositorySpec, { key }: RegistrySpec): LocalFinding[] {
  if (encryption.key !== 'registry-key' || key !== undefined) return [];
  return [
    error('encryption-key-missing', {
      path: 'encryption',
      message: 'the key is "registry-key", and the registry has no key',
      fix: 'give the registry a key, or use aes256()',
    }),
  ];
}

function principals({ access }: RepositorySpec): LocalFinding[] {
  return under(
    'access',
    grantsOf(access).flatMap(({ principal }) => checkPrincipal(principal)),
  );
}

function tagCount({ tags = {} }: RepositorySpec, _: RegistrySpec, environment: EnvironmentSpec): LocalFinding[] {
  const all = { ...environment.tags, ...tags };
  const reserved = Object.keys(all).filter((key) => key.toLowerCase().startsWith('aws:'));
  const tooMany = Object.keys(all).length > MOST_TAGS ? [`${Object.keys(all).length} tags`] : [];
  return [...reserved, ...tooMany].map((value) =>
    error('resource-tags', {
      path: 'tags',
      message: `"${value}" is not allowed`,
      fix: `use at most ${MOST_TAGS} tags, none of them "aws:"`,
    }),
  );
}

function scanning({ scanOnPush }: RepositorySpec, registry: RegistrySpec): LocalFinding[] {
  if (scanOnPush || registry.scanning.type === 'enhanced') return [];
  return [
    {
      rule: 'never-scanned',
      severity: 'warning',
      message: 'images are never scanned: basic scanning is on, and scanOnPush is "false"',
      fix: 'set scanOnPush to true',
    },
  ];
}
