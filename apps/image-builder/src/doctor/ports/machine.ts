/** The machine that a command runs on. */
export interface Machine {
  /** Such as `22.23.3`. */
  readonly nodeVersion: string;
  /** An environment variable; undefined when it is not set or empty. */
  variable(name: string): string | undefined;
  /** Text of a file; undefined when there is none. */
  readFile(path: string): Promise<string | undefined>;
  /** Bytes that this user may still write below a folder; undefined when there is no such folder. */
  freeBytes(folder: string): Promise<number | undefined>;
}
