/** Aborts `action` on Ctrl-C or a request to end, and lets it clean up. The signal's usual exit code stays. */
export async function interruptible<T>(action: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  const interrupt = (name: NodeJS.Signals): void => {
    controller.abort(new Interruption(name));
  };
  process.on('SIGINT', interrupt).on('SIGTERM', interrupt);
  try {
    return await action(controller.signal);
  } catch (cause) {
    throw controller.signal.aborted ? controller.signal.reason : cause;
  } finally {
    process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
  }
}

/** The user ended the command. */
export class Interruption extends Error {
  override readonly name = 'Interruption';
  /** As a shell reports a process that a signal ended. */
  readonly exitCode: number;

  constructor(signal: NodeJS.Signals) {
    super('interrupted: what was started has been ended');
    this.exitCode = signal === 'SIGINT' ? 130 : 143;
  }
}
