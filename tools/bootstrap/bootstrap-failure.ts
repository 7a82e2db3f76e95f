/** A bootstrap that can't go on. The message says what, the value and the fix. */
export class BootstrapFailure extends Error {
  override readonly name = 'BootstrapFailure';
}
