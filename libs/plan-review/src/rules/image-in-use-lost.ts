import { warning } from '@slipway/findings';
import type { LocalFinding } from '@slipway/findings';
import type { InventoryImage } from '@slipway/lifecycle';
import { repositoryOf } from '../change/repository-of.ts';
import { needVerb } from '../deployments/need-words.ts';
import { NEEDS, neededImages } from '../deployments/needed-images.ts';
import type { NeededImage } from '../deployments/needed-images.ts';
import { SOON_DAYS, lossesBy } from '../lifecycle/losses-by.ts';
import type { ResourceChange } from '../plan/plan.ts';
import { graded } from './graded.ts';
import type { Rule, RuleContext } from './rule.ts';

const RULE = 'image-in-use-lost';
const FIX = 'keep it by a lifecycle rule, or deploy another image first';
const MOST_NAMED = 5;

/** A lifecycle policy that expires or archives what runs or is released: the next pod, task or rollback can't pull it. */
export const imageInUseLost: Rule = (change, context) => {
  const { expired, archived, soon } = lossesBy(change, context);
  const later = `within ${SOON_DAYS} days`;
  return [
    ...findingsOf({ change, lost: expired, verbs: ['expires', 'expire'] }, context),
    ...findingsOf({ change, lost: archived, verbs: ['is archived', 'are archived'] }, context),
    ...findingsOf({ change, lost: soon, verbs: [`is lost ${later}`, `are lost ${later}`], isLater: true }, context),
  ];
};

interface Lost {
  readonly change: ResourceChange;
  readonly lost: readonly InventoryImage[];
  /** What happens to one image, and to several. */
  readonly verbs: readonly [string, string];
  /** There is time to deploy another image. @default within a day */
  readonly isLater?: true;
}

function findingsOf({ change, lost, verbs: [singular, plural], isLater }: Lost, context: RuleContext): LocalFinding[] {
  const { deployments } = context;
  const needed = neededImages(lost, repositoryOf(change).repository, deployments);
  return NEEDS.flatMap((need) => {
    const images = needed.filter((one) => one.need === need);
    if (images.length === 0 || (isLater && need === 'previous')) return [];
    const which = images.length === 1 ? `an image that ${singular}` : `${images.length} images that ${plural}`;
    const verb = needVerb(need, images.length, deployments?.environment ?? '');
    const statement = { message: `${which} ${verb}: ${namesOf(images)}`, fix: FIX };
    return [isLater || need === 'previous' ? warning(RULE, statement) : graded(context, RULE, statement)];
  });
}

function namesOf(images: readonly NeededImage[]): string {
  const rest = images.length - MOST_NAMED;
  return [...images.slice(0, MOST_NAMED).map(nameOf), ...(rest > 0 ? [`and ${rest} more`] : [])].join(', ');
}

/** Such as `v7 (ecs, current release of 'server')`. */
function nameOf({ image: { digest, tags }, uses }: NeededImage): string {
  const users = uses.map(({ source, reference, release }) => (release === undefined ? source : reference));
  return `${tags[0] ?? digest} (${[...new Set(users)].join(', ')})`;
}
