import type { Block, Cell } from '@slipway/cli';
import { SEVERITIES } from '../../scan/severity.ts';
import type { Vulnerability } from '../../scan/vulnerability.ts';
import type { ScanReport, ScannedImageReport } from './scan-report.ts';

/** The report for people: a heading for each image, its numbers, and what counts against it. */
export function formatScan({ environment, images }: ScanReport): Block[] {
  return images.flatMap((image) => [
    { kind: 'heading', text: `Scan of ${image.container} in ${environment}` },
    { kind: 'paragraph', text: { code: `${image.uri}@${image.digest}` } },
    { kind: 'paragraph', text: `Found by: ${image.chosenBy}.` },
    { kind: 'paragraph', text: summary(image) },
    ...table(
      'Against the threshold',
      image.violations.map((found) => [...row(found), '']),
    ),
    ...table(
      'With an exception',
      image.excepted.map(({ vulnerability, exception: { owner, reason, expires } }) => [
        ...row(vulnerability),
        `${owner}, until ${expires}: ${reason}`,
      ]),
    ),
    ...exceptions(image),
  ]);
}

function summary(image: ScannedImageReport): string {
  if (image.problem !== undefined) return `Not scanned: ${image.problem.message}. Fix: ${image.problem.fix}.`;
  const counts = SEVERITIES.filter((one) => image.counts[one] > 0).map((one) => `${image.counts[one]} ${one}`);
  const when = image.completedAt === undefined ? '' : `, ${image.completedAt}`;
  const found = counts.length === 0 ? 'nothing' : counts.join(', ');
  return `Found ${found} by the ${image.kind} scan (${image.status}${when}). The threshold is ${image.failOn}: ${image.clean ? 'clean' : 'not clean'}.`;
}

function row({ severity, id, packages, url = '' }: Vulnerability): Cell[] {
  return [
    severity,
    { code: id },
    packages.map(({ name, version }) => `${name} ${version}`.trim()),
    packages.map(({ fixedIn = '' }) => fixedIn),
    url,
  ];
}

function table(title: string, rows: readonly (readonly Cell[])[]): Block[] {
  if (rows.length === 0) return [];
  const head = ['severity', 'vulnerability', 'package', 'fixed in', 'read on', 'exception'];
  return [
    { kind: 'paragraph', text: `${title}:` },
    { kind: 'table', head, rows },
  ];
}

function exceptions({ exceptionProblems }: ScannedImageReport): Block[] {
  if (exceptionProblems.length === 0) return [];
  const items = exceptionProblems.map(
    ({ kind, exception: { id, owner, expires } }) =>
      `the exception for ${id} of ${owner}, until ${expires}, is ${kind}`,
  );
  return [{ kind: 'list', items }];
}
