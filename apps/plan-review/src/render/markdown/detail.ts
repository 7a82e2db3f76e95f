/** How much of a review is written. */
export interface Detail {
  /** Changes whose values that differ are written. */
  readonly values: 'all' | 'edits' | 'none';
  /** Whether each change has its words. */
  readonly words: boolean;
  /** Most changes of a stack. */
  readonly changes: number;
  /** Most findings. */
  readonly findings: number;
  /** Most characters of one text from a plan. */
  readonly characters: number;
}

const ALL = { values: 'all', words: true, changes: Infinity, findings: Infinity, characters: 400 } as const;

/** From everything to little: each writes less than the one before. What is dangerous goes last. */
export const LEVELS: readonly [Detail, ...Detail[]] = [
  ALL,
  { ...ALL, values: 'edits' },
  { ...ALL, values: 'edits', characters: 100 },
  { ...ALL, values: 'none' },
  { ...ALL, values: 'none', words: false, characters: 200 },
  { ...ALL, values: 'none', words: false, changes: 200, characters: 200 },
  { ...ALL, values: 'none', words: false, changes: 50, findings: 200, characters: 100 },
  { values: 'none', words: false, changes: 0, findings: 60, characters: 100 },
  { values: 'none', words: false, changes: 0, findings: 10, characters: 60 },
];
