import { error, under, warning, type LocalFinding } from '@slipway/findings';
import type { PullThroughCacheSpec } from '../../spec/pull-through-cache-spec.ts';
import { repeated } from '../finding/repeated.ts';
import type { Place } from '../place.ts';
import { checkTemplate } from '../settings/check-template.ts';
import { namespace } from './namespace.ts';
import { upstream } from './upstream.ts';

const MOST_CACHES = 50;
const REQUEST = 'ECR API reference, CreatePullThroughCacheRule';
const NAMESPACE = {
  rule: 'cache-namespace',
  length: { least: 2, most: 30 },
  source: `${REQUEST}: ecrRepositoryPrefix`,
};

/** Upstream registries whose images are kept here. */
export function pullThroughCaches(place: Place): LocalFinding[] {
  const { pullThroughCaches: caches = [] } = place.registry;
  if (caches.length === 0) return [];
  return [
    ...count(caches),
    ...uniqueNamespaces(caches),
    ...rootUnguards(caches, place),
    ...caches.flatMap((cache) => under(`cache ${cache.namespace}`, checkCache(cache, place))),
  ];
}

function checkCache(cache: PullThroughCacheSpec, place: Place): LocalFinding[] {
  return [
    ...namespace(cache.namespace, NAMESPACE),
    ...rootOfRegistry(cache),
    ...upstream(cache.upstream, place),
    ...(cache.template === undefined ? [] : checkTemplate(cache.template, place)),
  ];
}

function rootOfRegistry({ namespace: name, upstream: { registry } }: PullThroughCacheSpec): LocalFinding[] {
  if (name !== 'ROOT' || registry !== 'ecr') return [];
  return [
    error('cache-root-of-ecr', {
      message: `"ROOT" can't be the namespace of a cache of another ECR registry here, whose own namespaces are kept`,
      fix: 'give the cache a namespace',
      source: 'ECR user guide, "Creating a pull through cache rule in Amazon ECR"',
    }),
  ];
}

function count({ length }: readonly PullThroughCacheSpec[]): LocalFinding[] {
  if (length <= MOST_CACHES) return [];
  return [
    error('cache-count', {
      message: `"${length}" pull-through caches; ECR takes ${MOST_CACHES} for a registry`,
      fix: 'drop some, or use another region',
      source: 'ECR user guide, "Amazon ECR service quotas"',
    }),
  ];
}

function uniqueNamespaces(caches: readonly PullThroughCacheSpec[]): LocalFinding[] {
  return repeated(caches.map((cache) => cache.namespace)).map((name) =>
    error('cache-namespace-repeated', {
      path: `cache ${name}`,
      message: `the namespace "${name}" caches two upstream registries`,
      fix: 'give each its own namespace',
      source: `${REQUEST}: PullThroughCacheRuleAlreadyExistsException`,
    }),
  );
}

/** Names that others choose can't be told from names that were dropped from the spec. */
function rootUnguards(caches: readonly PullThroughCacheSpec[], { environment }: Place): LocalFinding[] {
  if (environment.deletion !== 'protected') return [];
  return caches
    .filter((cache) => cache.namespace === 'ROOT')
    .map(() =>
      warning('deletion-guard-off', {
        path: 'cache ROOT',
        message: `"ROOT" may create repositories of any name here, so a plan that drops or renames a repository can't be refused`,
        fix: 'give the cache a namespace',
      }),
    );
}
