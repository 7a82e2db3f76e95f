/** From the worst down. ECR's `UNDEFINED` and Inspector's `UNTRIAGED` are `undefined`: nobody has rated it yet. */
export const SEVERITIES = ['critical', 'high', 'medium', 'low', 'informational', 'undefined'] as const;

export type Severity = (typeof SEVERITIES)[number];

/** The severity that AWS says; one that it doesn't document is `undefined`. */
export function toSeverity(text = ''): Severity {
  return SEVERITIES.find((severity) => severity === text.toLowerCase()) ?? 'undefined';
}

export function isAtLeast(severity: Severity, threshold: Severity): boolean {
  return SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(threshold);
}

export function bySeverity(one: Severity, other: Severity): number {
  return SEVERITIES.indexOf(one) - SEVERITIES.indexOf(other);
}
