/** One thing that `up` makes sure of. */
export interface Step {
  readonly title: string;
  /** Does it, and returns what it found or did. `say` announces what takes longer. */
  readonly run: (say: (line: string) => void) => Promise<string>;
}
