export interface FailureParts<Code extends string = string> {
  /** What went wrong, for programs. A CLI maps it to its exit code. */
  readonly code: Code;
  /** What happened, in lower case, with the offending value quoted. */
  readonly message: string;
  /** What to do about it. */
  readonly fix: string;
  readonly cause?: unknown;
}

/** An error that its reader can act on. Anything else that is thrown is a bug. */
export class Failure<Code extends string = string> extends Error {
  override readonly name = 'Failure';
  readonly code: Code;
  readonly fix: string;

  constructor({ code, message, fix, cause }: FailureParts<Code>) {
    super(message, { cause });
    this.code = code;
    this.fix = fix;
  }
}

/** Whether an error is a failure of any CLI. `instanceof` says so too, but knows nothing of the type of its code. */
export function isFailure(error: unknown): error is Failure {
  return error instanceof Failure;
}
