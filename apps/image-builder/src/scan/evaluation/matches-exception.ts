import type { ScanException } from '../exceptions/scan-exceptions.ts';
import type { Vulnerability } from '../vulnerability.ts';

/** Whether an exception is about a vulnerability. One for a package excuses it only where no other package has it, too. */
export function matchesException({ id, package: name }: ScanException, vulnerability: Vulnerability): boolean {
  if (vulnerability.id !== id) return false;
  if (name === undefined) return true;
  const { packages } = vulnerability;
  return packages.length > 0 && packages.every((one) => one.name === name);
}
