/** Something the user can mend: what is wrong, and what to do about it. `main.ts` prints it and exits with 1. */
export class CloudError extends Error {
  override readonly name = 'CloudError';
  /** The next step, as a sentence. */
  readonly fix: string;
  /** Lines that show the trouble, such as the end of a log. */
  readonly details: readonly string[];

  constructor(message: string, options: { fix: string; details?: readonly string[]; cause?: unknown }) {
    super(message, options.cause === undefined ? {} : { cause: options.cause });
    this.fix = options.fix;
    this.details = options.details ?? [];
  }
}
