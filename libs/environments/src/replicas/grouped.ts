/** Values by what they have in common, each group in the order of the values. */
export function grouped<T>(values: readonly T[], keyOf: (value: T) => string): Map<string, readonly [T, ...T[]]> {
  const groups = new Map<string, [T, ...T[]]>();
  for (const value of values) {
    const key = keyOf(value);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [value]);
    else group.push(value);
  }
  return groups;
}
