import { error, warning } from '@slipway/findings';
import type { LocalFinding } from '@slipway/findings';
import { sets } from '../change/effects.ts';
import { entriesAt } from '../change/places.ts';
import { readText, readValue } from '../change/read-value.ts';
import type { ResourceChange, Side } from '../plan/plan.ts';
import { graded } from './graded.ts';
import type { Rule } from './rule.ts';

const RULE = 'immutability-off';
const MUTABILITY = ['image_tag_mutability'];
const TYPES = ['aws_ecr_repository', 'aws_ecr_repository_creation_template'];

/** Tags that can be moved afterwards and could not before (ECR user guide, "Preventing image tags from being overwritten"). */
export const immutabilityOff: Rule = (change, context) => {
  if (!TYPES.includes(change.type) || !sets(change)) return [];
  const after = readValue(change.after, MUTABILITY);
  if (after.state === 'unknown')
    return [
      graded(context, RULE, {
        message: 'whether its tags can be moved is not known before the apply',
        fix: 'write it down',
      }),
    ];
  if (change.kind === 'create') return context.production ? created(change) : [];
  if (!isProtected(change.before)) return [];
  if (!isProtected(change.after))
    return [
      graded(context, RULE, {
        message: `every tag can be moved from now on: ${wordsOf(change.before)} -> ${wordsOf(change.after)}`,
        fix: 'keep "IMMUTABLE", with exclusions for exactly the tags that move',
      }),
    ];
  return moreExclusions(change);
};

function created(change: ResourceChange): LocalFinding[] {
  if (isProtected(change.after)) return [];
  return [
    warning(RULE, {
      message: 'every tag of it can be moved, in production',
      fix: 'set "IMMUTABLE" unless its deployment needs moving tags',
    }),
  ];
}

function moreExclusions(change: ResourceChange): LocalFinding[] {
  const old = filtersOf(change.before);
  return filtersOf(change.after)
    .filter((filter) => !old.includes(filter))
    .map((filter) => {
      const statement = {
        message: `tags "${filter}" can be moved from now on`,
        fix: 'exclude exactly the tags that move',
      };
      return /^[*?]*$/.test(filter) ? error(RULE, statement) : warning(RULE, statement);
    });
}

function isProtected(side: Side): boolean {
  return readText(side, ...MUTABILITY)?.startsWith('IMMUTABLE') === true;
}

function wordsOf(side: Side): string {
  return readText(side, ...MUTABILITY) ?? 'nothing, which is MUTABLE';
}

/** Filters that are not known may be for every tag. */
function filtersOf(side: Side): string[] {
  const { state } = readValue(side, ['image_tag_mutability_exclusion_filter']);
  if (state === 'unknown' || state === 'hidden') return ['*'];
  return entriesAt(side, ['image_tag_mutability_exclusion_filter']).map((at) => readText(side, ...at, 'filter') ?? '*');
}
