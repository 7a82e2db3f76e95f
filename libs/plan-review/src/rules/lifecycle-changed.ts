import { error, warning } from '@slipway/findings';
import type { RuleChange } from '@slipway/lifecycle';
import { repositoryOf } from '../change/repository-of.ts';
import { lifecycleChange } from '../lifecycle/lifecycle-change.ts';
import { lossWords, lossesOf } from '../lifecycle/losses-of.ts';
import { imagesIn } from '../review/evidence.ts';
import type { Rule } from './rule.ts';

/** Images that ECR deletes or archives within a day of the apply, or may: only a registry that was asked can say which. */
export const lifecycleChanged: Rule = (change, { evidence, deployments, now }) => {
  const images = imagesIn(evidence, repositoryOf(change));
  const lifecycle = lifecycleChange(change, { images: images ?? [], now });
  if (lifecycle.state === 'none') return [];
  if (lifecycle.state === 'unknown') return [UNKNOWN];
  const { comparison } = lifecycle;
  const { repository } = repositoryOf(change);
  const losses = lossWords(lossesOf(comparison), { repository, deployments });
  if (losses.length > 0)
    return [warning(RULE, { message: losses.join('; '), fix: 'check that nobody needs them any more' })];
  if (images !== undefined || change.kind === 'create' || change.kind === 'destroy' || comparison.rules.length === 0)
    return [];
  return [
    warning(RULE, {
      message: `other images expire than before: ${comparison.rules.map(inWords).join('; ')}`,
      fix: "look at the images first: '--live', or 'registry-report lifecycle-preview <environment>'",
    }),
  ];
};

const RULE = 'lifecycle-changed';

function inWords({ change, description }: RuleChange): string {
  return change === 'changed' ? description : `${description} (${change})`;
}

const UNKNOWN = error('lifecycle-unknown', {
  message: 'the lifecycle policy is only known after the apply, or none that ECR takes: it may expire every image',
  fix: 'write the policy down so that the plan shows it',
});
