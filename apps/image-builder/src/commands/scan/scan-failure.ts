import { Failure } from '../../failure.ts';
import type { ScanReport, ScannedImageReport } from './scan-report.ts';

/** What of a report makes the command fail: what was found, else what couldn't be scanned, else exceptions. The worst of all images. */
export function scanFailure({ images }: ScanReport): Failure | undefined {
  return vulnerable(images) ?? notScanned(images) ?? withWrongExceptions(images);
}

function vulnerable(images: readonly ScannedImageReport[]): Failure | undefined {
  const bad = images.filter(({ violations }) => violations.length > 0);
  if (bad.length === 0) return undefined;
  const each = bad.map(
    ({ container, violations, failOn }) => `'${container}' ${violations.length} (${failOn} or worse)`,
  );
  return new Failure({
    code: 'vulnerabilities-found',
    message: `vulnerabilities without an exception: ${each.join(', ')}`,
    fix: 'update the packages or the base image and push again, or write an exception with owner, reason and end into scan-exceptions.json',
  });
}

function notScanned(images: readonly ScannedImageReport[]): Failure | undefined {
  const first = images.find(({ complete }) => !complete);
  if (first === undefined) return undefined;
  const { message, fix } = first.problem ?? { message: first.status, fix: 'run the command again' };
  return new Failure({ code: 'scan-failed', message: `'${first.container}' is not scanned: ${message}`, fix });
}

function withWrongExceptions(images: readonly ScannedImageReport[]): Failure | undefined {
  const problems = images.flatMap(({ context, exceptionProblems }) =>
    exceptionProblems.map(({ kind, exception }) => `'${exception.id}' in ${context}/scan-exceptions.json is ${kind}`),
  );
  if (problems.length === 0) return undefined;
  return new Failure({
    code: 'exceptions-invalid',
    message: `exceptions have to be looked at again: ${problems.join(', ')}`,
    fix: 'delete those that are unused; decide anew on those that are expired, with a later end',
  });
}
