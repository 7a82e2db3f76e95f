/** What the user can mend; printed without a stack. */
export class CiFailure extends Error {
  override readonly name = 'CiFailure';
  /** 2: the command is wrong. 3: something outside isn't ready. */
  readonly exitCode: 2 | 3;

  constructor(exitCode: 2 | 3, message: string, options?: ErrorOptions) {
    super(message, options);
    this.exitCode = exitCode;
  }
}
