import type { Block } from '@slipway/cli';
import type { SbomReport } from './run-sbom.ts';

/** The report for people; the document itself is part of `--json`. */
export function formatSbom(report: SbomReport): Block[] {
  const { container, environment, image, result, sbom, debianPackages, pythonPackages, hasPackageDatabase } = report;
  const rows = [
    ['image', { code: image }],
    ['SBOM', { code: sbom }],
    ['result', result],
    ['packages of the distribution', hasPackageDatabase ? String(debianPackages) : 'not known'],
    ['Python packages', String(pythonPackages)],
  ];
  return [
    { kind: 'heading', text: `SBOM of ${container} in ${environment}` },
    { kind: 'table', head: ['what', 'value'], rows },
    ...(hasPackageDatabase ? [] : [warning]),
  ];
}

const warning: Block = {
  kind: 'paragraph',
  text: 'The image has no package database (/var/lib/dpkg), so nothing says which packages of the distribution are in it. The SBOM says that it is incomplete.',
};
