import type { World } from './world.ts';

/** What a command gets from the program around it. */
export interface Shell {
  /** Writes to standard output: results only. */
  readonly print: (text: string) => void;
  /** Opens what is outside, once a command needs it: help and wrong flags need nothing. */
  readonly world: () => Promise<World>;
}
