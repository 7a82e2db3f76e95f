import { isList, isObject, isUnset, type CtyObject, type CtyValue } from '../wire/cty-value.ts';

/** Fills in defaults, by dotted path, of attributes that have no value. They must not be computed ones. */
export function applyDefaults(planned: CtyObject, defaults: Readonly<Record<string, CtyValue>>): CtyObject {
  return Object.entries(defaults).reduce(
    (filled, [path, value]) => setDefault(filled, { path: path.split('.'), value }),
    planned,
  );
}

interface Default {
  readonly path: readonly string[];
  readonly value: CtyValue;
}

function setDefault(planned: CtyObject, { path: [name = '', ...rest], value }: Default): CtyObject {
  const current = planned[name];
  if (rest.length === 0) return isUnset(current) ? { ...planned, [name]: value } : planned;
  if (!isList(current)) return planned;
  const filled = current.map((element) => (isObject(element) ? setDefault(element, { path: rest, value }) : element));
  return { ...planned, [name]: filled };
}
