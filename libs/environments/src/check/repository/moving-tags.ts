import { error, type LocalFinding } from '@slipway/findings';
import { moves } from '../../spec/moves.ts';
import type { RepositorySpec } from '../../spec/repository-spec.ts';
import type { Place } from '../place.ts';

/** OCI distribution specification, "Pulling manifests": the grammar of a tag. */
const TAG = /^[a-zA-Z0-9_][a-zA-Z0-9._-]{0,127}$/;
const PATH = 'moving tags';

/** Tags that the push step moves: that they are tags, can be moved, and are not moved in production. */
export function movingTags(repository: RepositorySpec, place: Place): LocalFinding[] {
  if (repository.movingTags === undefined) return [];
  return [...tagNames(repository.movingTags), ...immutableHere(repository), ...inProduction(repository, place)];
}

function tagNames(tags: readonly string[]): LocalFinding[] {
  return tags
    .filter((tag) => !TAG.test(tag))
    .map((tag) =>
      error('moving-tag-name', {
        path: PATH,
        message: `"${tag}" is not an image tag`,
        fix: 'use 1 to 128 letters, digits and _ . -, not beginning with . or -; a tag is exact, never with "*"',
        source: 'OCI distribution specification, tag',
      }),
    );
}

function immutableHere({ movingTags: tags = [], tagMutability }: RepositorySpec): LocalFinding[] {
  return tags
    .filter((tag) => !moves(tagMutability, tag))
    .map((tag) =>
      error('moving-tag-immutable', {
        path: 'tag mutability',
        message: `the moving tag "${tag}" is immutable here, so its second push would fail`,
        fix: `use immutableExcept('${tag}') or don't move the tag`,
        source: 'ECR API reference, PutImage: ImageTagAlreadyExistsException',
      }),
    );
}

function inProduction({ movingTags: tags = [] }: RepositorySpec, { environment }: Place): LocalFinding[] {
  if (environment.deletion !== 'protected' || tags.length === 0) return [];
  return [
    error('moving-tag-in-production', {
      path: PATH,
      message: `the moving tags "${tags.join('", "')}" are pushed in a protected environment`,
      fix: 'push pinned versions only and leave movingTags out',
    }),
  ];
}
