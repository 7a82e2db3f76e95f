import type { World } from './world.ts';

/** What a command gets from the program around it. */
export interface Shell {
  /** Writes to standard output: reports only. */
  readonly print: (text: string) => void;
  /** What is outside. Nothing of it is touched before a command asks. */
  readonly world: () => World;
}
