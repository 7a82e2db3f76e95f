import { warning } from '@slipway/findings';
import { repositoryOf } from '../change/repository-of.ts';
import { needVerb } from '../deployments/need-words.ts';
import { NEEDS, neededImages } from '../deployments/needed-images.ts';
import type { NeededImage } from '../deployments/needed-images.ts';
import { imagesLostBy } from '../lifecycle/images-lost-by.ts';
import { graded } from './graded.ts';
import type { Rule } from './rule.ts';

const RULE = 'image-in-use-expires';
const FIX = 'keep it by a lifecycle rule, or deploy another image first';
const MOST_NAMED = 5;

/** A lifecycle policy that expires what runs or is released: the next pod, task or rollback can't pull it. */
export const imageInUseExpires: Rule = (change, context) => {
  const { deployments } = context;
  const lost = imagesLostBy(change, context);
  const needed = neededImages(lost, repositoryOf(change).repository, deployments);
  return NEEDS.flatMap((need) => {
    const images = needed.filter((one) => one.need === need);
    if (images.length === 0) return [];
    const which = images.length === 1 ? 'an image that expires' : `${images.length} images that expire`;
    const verb = needVerb(need, images.length, deployments?.environment ?? '');
    const statement = { message: `${which} ${verb}: ${namesOf(images)}`, fix: FIX };
    return [need === 'previous' ? warning(RULE, statement) : graded(context, RULE, statement)];
  });
};

function namesOf(images: readonly NeededImage[]): string {
  const rest = images.length - MOST_NAMED;
  return [...images.slice(0, MOST_NAMED).map(nameOf), ...(rest > 0 ? [`and ${rest} more`] : [])].join(', ');
}

/** Such as `v7 (ecs, current release of 'server')`. */
function nameOf({ image: { digest, tags }, uses }: NeededImage): string {
  const users = uses.map(({ source, reference, release }) => (release === undefined ? source : reference));
  return `${tags[0] ?? digest} (${[...new Set(users)].join(', ')})`;
}
