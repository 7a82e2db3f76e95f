/** So many values are named; a list of hundreds helps nobody. */
const MOST_NAMED = 5;

/** Values in quotes, at most five by name. */
export function listed(values: readonly string[]): string {
  const named = values.slice(0, MOST_NAMED).map((value) => `"${value}"`);
  const rest = values.length - named.length;
  return rest === 0 ? named.join(', ') : `${named.join(', ')} and ${rest} more`;
}
