import type { Review } from '@slipway/plan-review';
import { Failure } from '../../failure.ts';

/** What a verdict means for the exit code; nothing where the plans may be applied. */
export function verdictFailure({ verdict, findings }: Review, strict: boolean): Failure | undefined {
  if (verdict === 'blocked') {
    const errors = findings.filter(({ severity, override }) => severity === 'error' && override === undefined);
    return new Failure({
      code: 'blocked',
      message: `${errors.length} ${errors.length === 1 ? 'finding blocks' : 'findings block'} these plans`,
      fix: 'change what they do, or write an override with a reason and a last day (--overrides)',
    });
  }
  if (verdict === 'ok' || !strict) return undefined;
  return new Failure({
    code: 'needs-attention',
    message: 'somebody has to look at these plans',
    fix: 'read the findings, and write an override for those that are all right',
  });
}
