/** The values that occur more than once, each named once, in the order of their second occurrence. */
export function repeated(values: readonly string[]): string[] {
  return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))];
}
