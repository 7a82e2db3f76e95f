/** Each text once, in the order of its characters: what makes the same set the same list. */
export function sortedUnique(values: Iterable<string>): string[] {
  return [...new Set(values)].sort();
}
