/** What a command gets from the program around it. */
export interface Shell<World> {
  /** Writes to standard output: results only. */
  readonly print: (text: string) => void;
  /** Opens what is outside, once a command needs it: help and wrong flags need nothing. */
  readonly world: () => World | Promise<World>;
}
