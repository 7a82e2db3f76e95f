import { warning } from '@slipway/findings';
import type { ReviewFinding } from '../review/review.ts';
import type { Override } from './override.ts';

/** Findings with the overrides that are for them, and findings about overrides that are for nothing, or not any more. */
export function applyOverrides(
  findings: readonly ReviewFinding[],
  overrides: readonly Override[],
  now: Date,
): ReviewFinding[] {
  const today = now.toISOString().slice(0, 10);
  const valid = overrides.filter(({ expires }) => expires >= today);
  return [
    ...findings.map((finding) => {
      const override = valid.find((one) => isFor(one, finding));
      return override === undefined
        ? finding
        : { ...finding, override: { reason: override.reason, expires: override.expires } };
    }),
    ...overrides.filter(({ expires }) => expires < today).map(expired),
    ...valid.filter((one) => !findings.some((finding) => isFor(one, finding))).map(unused),
  ];
}

function isFor({ rule, resource }: Override, finding: ReviewFinding): boolean {
  return rule === finding.rule && (resource === finding.address || resource === finding.path);
}

function expired(override: Override): ReviewFinding {
  const { rule, resource, expires } = override;
  const message = `the override of "${rule}" for "${resource}" ended on ${expires}`;
  return about(override, warning('override-expired', { message, fix: 'remove it, or decide anew' }));
}

function unused(override: Override): ReviewFinding {
  const { rule, resource } = override;
  const message = `the override of "${rule}" for "${resource}" is for nothing in these plans`;
  return about(override, warning('override-unused', { message, fix: 'remove it, or mend its rule and resource' }));
}

function about({ resource }: Override, finding: ReturnType<typeof warning>): ReviewFinding {
  return { ...finding, stack: '', address: resource, path: 'overrides' };
}
