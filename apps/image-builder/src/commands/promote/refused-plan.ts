import type { Digest } from '@slipway/images';
import { Failure } from '../../failure.ts';
import type { EnvironmentEnd } from '../../release/open-end.ts';
import type { PromotePlan } from './plan-promote.ts';

export interface RefusedEnds {
  readonly source: Pick<EnvironmentEnd, 'place' | 'spec'>;
  readonly target: Pick<EnvironmentEnd, 'place' | 'spec'>;
  readonly digest: Digest;
}

/** Why an image can't be promoted, before anything was sent. */
export function refusedPlan(
  plan: PromotePlan & { readonly action: 'untagged' | 'refuse' },
  { source, target, digest }: RefusedEnds,
): Failure {
  if (plan.action === 'refuse')
    return new Failure({
      code: 'tag-conflict',
      message: `'${target.place.uri}:${plan.tag}' holds another image\n  there: ${plan.there}\n  ours:  ${digest}`,
      fix: 'find out who pushed it there; a commit that is built again gets the same image, and another commit another tag',
    });
  return new Failure({
    code: 'plan-invalid',
    message: `'${source.place.uri}@${digest}' has no tag that stays, so nothing would keep it in '${target.spec.name}' from expiring`,
    fix: `push it from its commit again, which tags it: 'image-builder push <container> --env ${source.spec.name}'`,
  });
}
