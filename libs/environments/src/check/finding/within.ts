/** A closed range of whole numbers. */
export interface Range {
  readonly least: number;
  readonly most: number;
}

/** Whether a whole number is in the range. */
export function within(value: number, { least, most }: Range): boolean {
  return Number.isInteger(value) && value >= least && value <= most;
}
