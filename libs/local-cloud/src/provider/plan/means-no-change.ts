import { isList, isObject, isUnset, type CtyObject, type CtyValue } from '../wire/cty-value.ts';

/**
 * Whether the real provider's SDK sees no change: what the configuration leaves out is the zero value of its type to it.
 * The other way round only an empty text or collection is nothing: a `false` or `0` that is new and written is a change.
 */
export function meansNoChange(prior: CtyValue | undefined, planned: CtyValue | undefined): boolean {
  if (isUnset(planned)) return isUnset(prior) || prior === false || prior === 0 || isEmpty(prior);
  if (isUnset(prior)) return isEmpty(planned);
  if (isList(prior) && isList(planned)) return sameElements(prior, planned);
  if (isObject(prior) && isObject(planned)) return sameAttributes(prior, planned);
  return prior === planned;
}

function isEmpty(value: CtyValue): boolean {
  if (isList(value)) return value.length === 0;
  return isObject(value) ? Object.keys(value).length === 0 : value === '';
}

function sameElements(prior: readonly CtyValue[], planned: readonly CtyValue[]): boolean {
  return prior.length === planned.length && planned.every((element, index) => meansNoChange(prior[index], element));
}

// A key that is missing on one side tells a map from a block: in a map, an empty text is not nothing.
function sameAttributes(prior: CtyObject, planned: CtyObject): boolean {
  const names = Object.keys(planned);
  if (names.length !== Object.keys(prior).length || !names.every((name) => name in prior)) return false;
  return names.every((name) => meansNoChange(prior[name], planned[name]));
}
