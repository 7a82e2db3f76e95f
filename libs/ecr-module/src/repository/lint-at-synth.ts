import { checkPrincipal, type Grant } from '@slipway/access';
import type { LocalFinding } from '@slipway/findings';
import { lintPolicy, type LifecycleRule } from '@slipway/lifecycle';
import { Annotations, type Construct } from '../cdktf.ts';

/** What the constructs of a stack made from a checked spec need not check again: a context key of the stack. */
export const CHECKED = 'slipway:checked';

export interface Linted {
  readonly lifecycle: readonly LifecycleRule[];
  /** Asked for at synth, when all of them are known. */
  readonly grants: () => readonly Grant[];
}

/**
 * Refuses at synth, all at once, what ECR would reject in the lifecycle and the grants of a repository; shows what ECR would
 * silently misread as a warning. Nothing where the whole spec was checked already.
 */
export function lintAtSynth(repository: Construct, { lifecycle, grants }: Linted): void {
  if (repository.node.tryGetContext(CHECKED) === true) return;
  const findings = lifecycle.length === 0 ? [] : lintPolicy(lifecycle);
  for (const finding of only('warning', findings)) Annotations.of(repository).addWarning(line(finding));
  repository.node.addValidation({
    validate: () =>
      only('error', [...findings, ...grants().flatMap(({ principal }) => checkPrincipal(principal))]).map(line),
  });
}

function only(severity: LocalFinding['severity'], findings: readonly LocalFinding[]): LocalFinding[] {
  return findings.filter((finding) => finding.severity === severity);
}

function line({ path, message, rule, fix }: LocalFinding): string {
  return `${path === undefined ? '' : `${path}: `}${message} [${rule}]; fix: ${fix}`;
}
