/** Shows what is going on. It never writes to standard output, which belongs to results. */
export interface Progress {
  /** Shows a piece of work from its start to its end; `say` adds a line below it. */
  during<T>(title: string, work: (say: (line: string) => void) => Promise<T>): Promise<T>;
  /** Something that doesn't stop the work but should be known. */
  warn(message: string): void;
}
