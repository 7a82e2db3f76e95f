/** How much of a review is written. */
export interface Detail {
  /** Whether nothing is left out. */
  readonly isAll: boolean;
  /** Changes whose values that differ are written. */
  readonly values: 'all' | 'edits' | 'none';
  /** Whether each change has its words. */
  readonly words: boolean;
  /** Most changes of a stack. */
  readonly changes: number;
  /** Most findings. */
  readonly findings: number;
  /** Most characters of all of it: what is longer is not finished. @default Infinity */
  readonly limit?: number;
  /** Most characters of one text from a plan. */
  readonly characters: number;
}

const ALL: Detail = { isAll: true, values: 'all', words: true, changes: Infinity, findings: Infinity, characters: 400 };
const LESS: Detail = { ...ALL, isAll: false };

/** From everything to little: each writes less than the one before. What is dangerous goes last. */
export const LEVELS: readonly [Detail, ...Detail[]] = [
  ALL,
  { ...LESS, values: 'edits' },
  { ...LESS, values: 'edits', characters: 100 },
  { ...LESS, values: 'none' },
  { ...LESS, values: 'none', words: false, characters: 200 },
  { ...LESS, values: 'none', words: false, changes: 200, characters: 200 },
  { ...LESS, values: 'none', words: false, changes: 50, findings: 200, characters: 100 },
  { ...LESS, values: 'none', words: false, changes: 0, findings: 60, characters: 100 },
  { ...LESS, values: 'none', words: false, changes: 0, findings: 10, characters: 60 },
];
