import type { BuildRequest } from '../engine/image-engine.ts';

/** What `buildctl` is told, beside the request. Paths without a slash at their start are below the folder it runs in. */
export interface BuildctlPlan {
  readonly request: Pick<BuildRequest, 'args' | 'labels' | 'noCache' | 'cache'>;
  /** As `docker build --platform` takes it, such as `linux/amd64`. */
  readonly platform: string;
  /** Ids of the secrets, and the file of each. */
  readonly secrets: readonly { readonly id: string; readonly file: string }[];
  /** Folder that becomes an OCI layout. */
  readonly output: string;
}

/** Where `BuildFolder` puts what `buildctl` reads. */
export const BUILD_PATHS = { context: 'context', dockerfile: 'dockerfile', metadata: 'metadata.json' } as const;

/**
 * Arguments of `buildctl build` (BuildKit, docs/reference/buildctl.md). Nothing secret is among them, as everyone on the machine sees them.
 * No attestations are asked for: the manifest stays that of a plain image.
 */
export function buildctlArguments({ request, platform, secrets, output }: BuildctlPlan): string[] {
  const { args, labels, noCache = false, cache } = request;
  return [
    'build',
    '--progress=rawjson',
    '--frontend=dockerfile.v0',
    ...flags('local', [`context=${BUILD_PATHS.context}`, `dockerfile=${BUILD_PATHS.dockerfile}`]),
    ...flags('opt', [`platform=${platform}`]),
    ...flags(
      'opt',
      Object.entries(args).map(([name, value]) => `build-arg:${name}=${value}`),
    ),
    ...flags(
      'opt',
      Object.entries(labels).map(([name, value]) => `label:${name}=${value}`),
    ),
    ...flags(
      'secret',
      secrets.map(({ id, file }) => csv({ id, src: file })),
    ),
    ...flags(
      'import-cache',
      (cache?.from ?? []).map((ref) => csv({ type: 'registry', ref })),
    ),
    ...flags('export-cache', cache?.to === undefined ? [] : [csv(cacheExport(cache.to))]),
    ...(noCache ? ['--no-cache'] : []),
    `--metadata-file=${BUILD_PATHS.metadata}`,
    ...flags('output', [csv({ type: 'oci', tar: 'false', dest: output })]),
  ];
}

function flags(name: string, values: readonly string[]): string[] {
  return values.map((value) => `--${name}=${value}`);
}

/**
 * ECR takes a cache only as an image manifest with OCI media types (AWS, "Announcing remote cache support in Amazon ECR for BuildKit
 * clients"). A cache that can't be written fails no build: `ignore-error` (BuildKit 0.12).
 */
function cacheExport(to: NonNullable<NonNullable<BuildRequest['cache']>['to']>): Record<string, string> {
  if (to.type === 'inline') return { type: 'inline' };
  const form = { mode: 'max', 'image-manifest': 'true', 'oci-mediatypes': 'true', 'ignore-error': 'true' };
  return { type: 'registry', ref: to.ref, ...form };
}

/** One line of comma-separated fields (RFC 4180), which BuildKit reads them as. */
function csv(fields: Readonly<Record<string, string>>): string {
  return Object.entries(fields)
    .map(([name, value]) => `${name}=${value}`)
    .map((field) => (/[",\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field))
    .join(',');
}
