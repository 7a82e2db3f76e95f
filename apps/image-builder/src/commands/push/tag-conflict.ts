import { INPUTS_HASH_LABEL } from '@slipway/images';
import type { LocalImage } from '../../engine/image-engine.ts';
import { Failure } from '../../failure.ts';
import type { PushPlan } from './plan-push.ts';

export interface ConflictFacts {
  readonly uri: string;
  readonly inputsHash: string;
  readonly local: LocalImage | undefined;
}

/** Says which image a tag holds, which it should, and what to do. */
export function tagConflict({ tag, there, ours }: PushPlan & { action: 'refuse' }, facts: ConflictFacts): Failure {
  const theirs = `${there.digest} (inputs ${there.labels[INPUTS_HASH_LABEL]?.slice(0, 12) ?? 'unknown'}, image ${there.imageId ?? 'unknown'})`;
  const mine = ours?.digest ?? (facts.local === undefined ? 'not built' : `not pushed, image ${facts.local.id}`);
  return new Failure({
    code: 'tag-conflict',
    message:
      `the tag '${tag}' in '${facts.uri}' holds another image, and it doesn't move\n` +
      `  there: ${theirs}\n` +
      `  ours:  ${mine} (inputs ${facts.inputsHash.slice(0, 12)})`,
    fix: 'commit and push again: a new commit gets a new tag. Nothing was pushed',
  });
}
