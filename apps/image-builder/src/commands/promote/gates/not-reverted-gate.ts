import { rollbackFrom } from '@slipway/images';
import type { GateAnswer, GateFacts } from './gate.ts';

/** Closed for an image that the target was rolled back from: a promotion that runs again by itself must not undo a rollback. */
export function notRevertedGate({ targetEntries, digest, to }: GateFacts): GateAnswer {
  const left = rollbackFrom(targetEntries, digest);
  const facts =
    left === undefined
      ? `'${to}' was not rolled back from it`
      : `'${to}' was rolled back from it at ${left.at} by '${left.by}': ${left.note ?? 'no reason was given'}`;
  return { open: left === undefined, facts, fix: 'promote an image in which it is mended' };
}
