import { createHash } from 'node:crypto';
import type { Digest } from '@slipway/images';
import type { ImageContents } from './image-contents.ts';
import type { Distribution, InstalledPackage } from './installed-package.ts';
import { packageUrl } from './package-url.ts';

export interface SbomSubject {
  /** Name of the repository within its registry. */
  readonly repository: string;
  /** Of the image's manifest. */
  readonly digest: Digest;
}

type Json = Readonly<Record<string, unknown>>;

/**
 * A software bill of materials in CycloneDX 1.6. It holds nothing but what the image decides: no date, no random number, and
 * everything in order, so that an image has one SBOM.
 */
export function cycloneDx({ repository, digest }: SbomSubject, contents: ImageContents): Json {
  const container = { type: 'container', 'bom-ref': imageUrl(repository, digest), name: repository, version: digest };
  const { packages, distribution, hasDpkg } = contents;
  const components = [
    ...(distribution === undefined ? [] : [operatingSystem(distribution)]),
    ...packages.map((found) => component(found, distribution)).sort(byReference),
  ];
  return {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    serialNumber: `urn:uuid:${uuid(JSON.stringify([digest, components]))}`,
    version: 1,
    metadata: {
      tools: { components: [{ type: 'application', name: 'slipway image-builder' }] },
      component: { ...container, purl: container['bom-ref'] },
    },
    components,
    // files that no package brought are not looked at
    compositions: [{ aggregate: hasDpkg ? 'unknown' : 'incomplete', assemblies: [container['bom-ref']] }],
  };
}

function component(found: InstalledPackage, distribution: Distribution | undefined) {
  const { name, version, path, license } = found;
  const purl = packageUrl(found, distribution);
  return {
    type: 'library',
    // one package may be installed twice, such as a copy inside of another
    'bom-ref': `${purl}#${path}`,
    name,
    version,
    ...(license === undefined ? {} : { licenses: [{ expression: license }] }),
    purl,
    evidence: { occurrences: [{ location: `/${path}` }] },
  };
}

function operatingSystem({ id, version }: Distribution) {
  return {
    type: 'operating-system',
    'bom-ref': `os:${id}-${version ?? ''}`,
    name: id,
    ...(version === undefined ? {} : { version }),
  };
}

/** Without the address of the registry: the image is the same in every one (purl-spec, type oci). */
function imageUrl(repository: string, digest: Digest): string {
  return `pkg:oci/${repository.split('/').at(-1) ?? repository}@${encodeURIComponent(digest)}`;
}

interface Referable {
  readonly 'bom-ref': string;
}

function byReference(one: Referable, other: Referable): number {
  return one['bom-ref'] < other['bom-ref'] ? -1 : 1;
}

/** Version 8 is for what somebody else defines (RFC 9562, 5.8): here the start of a SHA-256. */
function uuid(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}
