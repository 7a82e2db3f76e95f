/** What went wrong, for programs. `main.ts` alone maps these to exit codes. */
export type FailureCode =
  | 'unknown-environment'
  | 'unknown-repository'
  | 'access-differs'
  | 'images-would-be-lost'
  | 'wrong-account'
  | 'aws-failed'
  | 'interrupted';

export interface FailureParts {
  readonly code: FailureCode;
  /** What happened, in lower case, with the offending value quoted. */
  readonly message: string;
  /** What to do about it. */
  readonly fix: string;
  readonly cause?: unknown;
}

/** An error that its reader can act on. Anything else that is thrown is a bug. */
export class Failure extends Error {
  override readonly name = 'Failure';
  readonly code: FailureCode;
  readonly fix: string;

  constructor({ code, message, fix, cause }: FailureParts) {
    super(message, { cause });
    this.code = code;
    this.fix = fix;
  }
}
