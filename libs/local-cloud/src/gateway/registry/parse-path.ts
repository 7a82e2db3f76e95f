import { DistributionError } from '../distribution-error.ts';
import type { RepositoryId } from '../repository-id.ts';

/** What a path below /v2/ asks about. */
export type RegistryTarget =
  | { readonly kind: 'base' }
  | { readonly kind: 'manifest'; readonly repository: RepositoryId; readonly reference: string }
  | { readonly kind: 'blob'; readonly repository: RepositoryId; readonly digest: string }
  | { readonly kind: 'uploads'; readonly repository: RepositoryId }
  | { readonly kind: 'upload'; readonly repository: RepositoryId; readonly session: string }
  | { readonly kind: 'tags'; readonly repository: RepositoryId }
  | { readonly kind: 'referrers'; readonly repository: RepositoryId; readonly digest: string };

const part = '[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*';
const path = new RegExp(
  `^/v2/(\\d{12})/([a-z]{2}(?:-[a-z]+)+-\\d)/(${part}(?:/${part})*)/(manifests|blobs|tags|referrers)/(.+)$`,
);
const digestForm = /^sha256:[0-9a-f]{64}$/;
const tagForm = /^[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$/;
const sessionForm = /^[A-Za-z0-9_=-]{1,128}$/;

/**
 * Reads the path of a registry request strictly: what doesn't fit is refused, so nothing hostile reaches the registry.
 * @throws DistributionError when the path names no repository of ours.
 */
export function parsePath(encoded: string): RegistryTarget {
  const decoded = decode(encoded);
  if (decoded === '/v2/' || decoded === '/v2') return { kind: 'base' };
  const [, account = '', region = '', name = '', what = '', rest = ''] = path.exec(decoded) ?? refuse(decoded);
  return target({ account, region, name }, what, rest) ?? refuse(decoded);
}

/** Clients may encode the colon of a digest. An encoded slash would move the borders between names. */
function decode(encoded: string): string {
  if (/%(?!3a)/i.test(encoded)) return refuse(encoded);
  return encoded.replaceAll(/%3a/gi, ':');
}

function target(repository: RepositoryId, what: string, rest: string): RegistryTarget | undefined {
  switch (what) {
    case 'manifests':
      return digestForm.test(rest) || tagForm.test(rest)
        ? { kind: 'manifest', repository, reference: rest }
        : undefined;
    case 'blobs':
      return blobTarget(repository, rest);
    case 'tags':
      return rest === 'list' ? { kind: 'tags', repository } : undefined;
    default:
      return digestForm.test(rest) ? { kind: 'referrers', repository, digest: rest } : undefined;
  }
}

function blobTarget(repository: RepositoryId, rest: string): RegistryTarget | undefined {
  if (digestForm.test(rest)) return { kind: 'blob', repository, digest: rest };
  if (rest === 'uploads/' || rest === 'uploads') return { kind: 'uploads', repository };
  const session = /^uploads\/(.+)$/.exec(rest)?.[1] ?? '';
  return sessionForm.test(session) ? { kind: 'upload', repository, session } : undefined;
}

function refuse(given: string): never {
  throw new DistributionError(
    'NAME_INVALID',
    `"${given}" is no path of a repository here; take the repository's URI from DescribeRepositories`,
  );
}
