import { attributePath, type AttributePath } from '../wire/attribute-path.ts';
import { isList, isObject, type CtyObject } from '../wire/cty-value.ts';
import { sameValue } from '../wire/same-value.ts';

/** The attributes among the paths that change, which is what makes Terraform replace a resource. */
export function forcedReplacement({ prior, planned, paths }: Comparison): readonly AttributePath[] {
  return paths
    .flatMap((path) => changedSteps({ prior, planned }, path.split('.')))
    .map((steps) => attributePath(...steps));
}

interface Comparison {
  readonly prior: CtyObject;
  readonly planned: CtyObject;
  readonly paths: readonly string[];
}

type Steps = readonly (string | number)[];

function changedSteps(
  { prior, planned }: Omit<Comparison, 'paths'>,
  [name, ...rest]: readonly string[],
): readonly Steps[] {
  if (name === undefined) return [];
  const before = prior[name];
  const after = planned[name];
  // A block that came or went changes as a whole.
  if (rest.length === 0 || !isList(before) || !isList(after) || before.length !== after.length) {
    return sameValue(before, after) ? [] : [[name]];
  }
  return before.flatMap((element, index) => {
    const other = after[index];
    if (!isObject(element) || !isObject(other)) return sameValue(element, other) ? [] : [[name, index]];
    return changedSteps({ prior: element, planned: other }, rest).map((steps) => [name, index, ...steps]);
  });
}
