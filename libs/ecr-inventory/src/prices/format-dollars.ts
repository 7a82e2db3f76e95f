/** Dollars for people: cents, and `< $0.01` rather than a zero for what costs something. */
export function formatDollars(dollars: number | undefined): string {
  if (dollars === undefined) return 'price not known';
  if (dollars > 0 && dollars < 0.01) return '< $0.01';
  return `$${dollars.toFixed(2)}`;
}
