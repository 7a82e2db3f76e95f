import { INPUTS_HASH_LABEL } from '@slipway/images';
import { isFailure } from '@slipway/cli';
import type { World } from '../../world.ts';
import { applyPush } from './apply-push.ts';
import type { PushOutcome } from './apply-push.ts';
import { planOf } from './prepare-push.ts';
import type { PreparedPush } from './prepare-push.ts';
import { tagConflict } from './tag-conflict.ts';

/** How often somebody else may be faster; each time the registry is asked anew. */
const ATTEMPTS = 3;

/**
 * Applies a plan. Of two publishers of the same inputs at once, one is first: the other finds its tags taken by the
 * very image that it wanted there, and is done, too.
 */
export async function settlePush(prepared: PreparedPush, world: World, attempts = ATTEMPTS): Promise<PushOutcome> {
  const { plan, work } = prepared;
  if (plan.action === 'refuse') throw await refusal({ ...prepared, plan }, world);
  try {
    return await applyPush(plan, work, world);
  } catch (error) {
    if (attempts === 1 || !isRace(error)) throw error;
    const again = await planOf(prepared, world);
    if (again.action === 'push' || again.action === 'refuse') throw error;
    work.say('somebody else published the same image meanwhile');
    return settlePush({ ...prepared, plan: again }, world, attempts - 1);
  }
}

function isRace(error: unknown): boolean {
  return isFailure(error) && (error.code === 'tag-conflict' || error.code === 'push-unproven');
}

/** Why a plan refuses, with both images. */
export async function refusal(
  { plan, work }: PreparedPush & { readonly plan: { readonly action: 'refuse' } },
  { engine }: World,
): Promise<Error> {
  const { hash } = work.inputs;
  const local = await engine.findByLabel(INPUTS_HASH_LABEL, hash);
  return tagConflict(plan, { uri: work.place.uri, inputsHash: hash, local });
}
