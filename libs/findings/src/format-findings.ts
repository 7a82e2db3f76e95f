import type { Finding } from './finding.ts';

/** All findings as text, errors first, one block each: where, what, the fix, and the source of the limit. */
export function formatFindings(findings: readonly Finding[]): string {
  const ordered = [...findings].sort((a, b) => rank(a) - rank(b));
  return [...ordered.map(block), summary(findings)].join('\n');
}

function rank({ severity }: Finding): number {
  return severity === 'error' ? 0 : 1;
}

function block({ severity, path, rule, message, fix, source }: Finding): string {
  const lines = [`${severity}: ${path}`, `${message} [${rule}]`, `fix: ${fix}`];
  return [...lines, ...(source === undefined ? [] : [`source: ${source}`])].join('\n  ');
}

function summary(findings: readonly Finding[]): string {
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const warnings = findings.length - errors;
  return `${count(errors, 'error')}, ${count(warnings, 'warning')}`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
