/**
 * What a price stands on. `source`: a copy of the source's own page says it. `quoted`: other pages quote the source. `unchecked`:
 * nothing that could be reached says it. The machine that these tables were written on reaches none of the sources themselves.
 */
export type PriceBasis = 'source' | 'quoted' | 'unchecked';

const WORDS = {
  source: 'as the source says',
  quoted: 'as others quote it',
  unchecked: 'not checked',
} as const satisfies Record<PriceBasis, string>;

/** How sure a price is, for people. */
export function basisWords(basis: PriceBasis): string {
  return WORDS[basis];
}
