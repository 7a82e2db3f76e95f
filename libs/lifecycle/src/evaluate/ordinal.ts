const SUFFIXES = ['th', 'st', 'nd', 'rd'] as const;

/** `1st`, `2nd`, `13th`. Not `Intl.PluralRules`: it takes longer than everything else that is done with an image. */
export function ordinal(number: number): string {
  const isTeen = Math.floor(number / 10) % 10 === 1;
  return `${number}${isTeen ? 'th' : (SUFFIXES[number % 10] ?? 'th')}`;
}
