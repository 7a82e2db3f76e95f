export { hasErrors, under } from './finding.ts';
export type { Finding, LocalFinding, Severity } from './finding.ts';
export { formatFindings } from './format-findings.ts';
export { error, warning } from './severities.ts';
export type { Statement } from './severities.ts';
