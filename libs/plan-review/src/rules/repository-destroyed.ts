import { error, warning } from '@slipway/findings';
import { usesOfRepository } from '@slipway/images';
import type { InventoryImage } from '@slipway/lifecycle';
import { deletes } from '../change/effects.ts';
import { repositoryOf } from '../change/repository-of.ts';
import { needWords } from '../deployments/need-words.ts';
import { neededImages } from '../deployments/needed-images.ts';
import { unknownWords } from '../deployments/unknown-words.ts';
import { sizeWords } from '../words/size-words.ts';
import { imagesIn } from '../review/evidence.ts';
import type { Rule, RuleContext } from './rule.ts';
import type { ResourceChange } from '../plan/plan.ts';

const TYPES = ['aws_ecr_repository', 'aws_ecrpublic_repository'];
const RULE = 'repository-destroyed';

/** Deleting a repository deletes its images. Only a registry that was asked can say that there are none. */
export const repositoryDestroyed: Rule = (change, context) => {
  if (!TYPES.includes(change.type) || !deletes(change)) return [];
  const images = imagesIn(context.evidence, repositoryOf(change));
  const name = repositoryOf(change).repository ?? change.address;
  const verb = change.kind === 'replace' ? 'replaced' : 'destroyed';
  const fix = fixOf(change, context);
  if (images === undefined)
    return [error(RULE, { message: `"${name}" is ${verb}, and may hold images: the registry was not asked`, fix })];
  const what = `"${name}" is ${verb}`;
  if (images.length === 0)
    return [
      warning(RULE, {
        message: `${what}; it holds no images${refererWords(change, context)}`,
        fix: 'check that nobody pushes to it',
      }),
    ];
  return [
    error(RULE, {
      message: `${what} with ${images.length === 1 ? 'its only image' : `its ${images.length} images`} (${sizeWords(images)})${userWords(images, change, context)}`,
      fix,
    }),
  ];
};

/** Who needs the images, and who could not say it. */
function userWords(images: readonly InventoryImage[], change: ResourceChange, { deployments }: RuleContext): string {
  const needed = neededImages(images, repositoryOf(change).repository, deployments);
  const words = needWords(needed, images.length, deployments);
  const unknown = unknownWords(deployments);
  return `${words === undefined ? '' : `, ${words}`}${unknown === undefined ? '' : `; ${unknown}`}`;
}

/** Who refers to a repository that has not got the image. */
function refererWords(change: ResourceChange, { deployments }: RuleContext): string {
  const { repository } = repositoryOf(change);
  if (deployments === undefined || repository === undefined) return '';
  const sources = [...new Set(usesOfRepository(deployments.uses, repository).map(({ source }) => source))];
  if (sources.length === 0) return '';
  const verb = sources.length === 1 ? 'refers' : 'refer';
  return `, and ${sources.join(', ')} in ${deployments.environment} ${verb} to it`;
}

function fixOf(change: ResourceChange, { index }: RuleContext): string {
  const heir = index.heirOf(change);
  if (heir !== undefined)
    return `the plan creates the same repository as ${heir}: say so by a "moved" block, or the address that it had`;
  if (change.kind === 'replace')
    return 'leave the attributes that force the replacement as they are, or copy the images away first';
  return 'keep it, let Terraform forget it by a "removed" block with "destroy = false", or copy the images away first';
}
