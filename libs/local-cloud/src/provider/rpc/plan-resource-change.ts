import { planChange } from '../plan/plan-change.ts';
import { Refusal } from '../session/refusal.ts';
import { conform } from '../wire/conform.ts';
import { encodeValue } from '../wire/dynamic-value.ts';
import type { PlanRequest, PlanResponse } from '../wire/provider-methods.ts';
import { decodeObject } from './decode-object.ts';
import type { ProviderContext } from './provider-context.ts';

export function planResourceChange(context: ProviderContext, request: PlanRequest): PlanResponse {
  const resource = context.resource(request.typeName);
  const { rules, refuse } = resource.behaviour;
  const proposed = decodeObject(request.proposedNewState);
  if (proposed === null) return answer(request, { planned: null, requiresReplace: [] });
  const prior = decodeObject(request.priorState);
  const { planned, requiresReplace } = planChange({
    block: resource.block,
    rules,
    prior,
    proposed,
    config: decodeObject(request.config) ?? {},
    settings: context.cloud,
  });
  const refusal = refuse?.(planned, prior);
  if (refusal !== undefined) throw new Refusal(refusal);
  return answer(request, { planned: conform(resource.block, planned), requiresReplace });
}

function answer(
  { priorPrivate }: PlanRequest,
  {
    planned,
    requiresReplace,
  }: { planned: ReturnType<typeof decodeObject>; requiresReplace: PlanResponse['requiresReplace'] },
): PlanResponse {
  return {
    plannedState: encodeValue(planned),
    requiresReplace,
    plannedPrivate: priorPrivate,
    // The real provider's SDK also suppresses changes, which Terraform allows only to providers that say this.
    legacyTypeSystem: true,
  };
}
