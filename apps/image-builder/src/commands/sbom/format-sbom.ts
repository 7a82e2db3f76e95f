import type { Block, Cell } from '@slipway/cli';
import type { PlatformSbom, SbomReport } from './sbom-report.ts';

/** The report for people; the documents themselves are part of `--json`. */
export function formatSbom(report: SbomReport): Block[] {
  const { container, environment, image, isIndex, images, attestations } = report;
  return [
    { kind: 'heading', text: `SBOM of ${container} in ${environment}` },
    ...(isIndex ? [{ kind: 'table', head: ['what', 'value'], rows: [['index', { code: image }]] } as const] : []),
    ...images.map((one): Block => ({ kind: 'table', head: ['what', 'value'], rows: rowsOf(one, report) })),
    ...(isIndex ? [indexNote(images.length, attestations.length)] : []),
    ...(images.every(({ hasPackageDatabase }) => hasPackageDatabase) ? [] : [warning]),
  ];
}

function rowsOf(one: PlatformSbom, { image, isIndex }: SbomReport): Cell[][] {
  return [
    ...(isIndex ? [['platform', one.platform]] : []),
    ['image', { code: isIndex ? one.digest : image }],
    ['SBOM', { code: one.sbom }],
    ['result', one.result],
    ['packages of the distribution', one.hasPackageDatabase ? String(one.debianPackages) : 'not known'],
    ['Python packages', String(one.pythonPackages)],
  ];
}

function indexNote(images: number, attestations: number): Block {
  const each = `An index of ${images} ${images === 1 ? 'image' : 'images'}: each has an SBOM of its own, which refers to it, not to the index.`;
  const skipped = `BuildKit's attestations in it (${attestations}) are no images and were skipped.`;
  return { kind: 'paragraph', text: attestations === 0 ? each : `${each} ${skipped}` };
}

const warning: Block = {
  kind: 'paragraph',
  text: 'An image without a package database (/var/lib/dpkg) does not say which packages of the distribution are in it. Its SBOM says that it is incomplete.',
};
