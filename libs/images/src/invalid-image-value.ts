/** A text that is no image reference, tag, digest or commit. The message quotes the value and says what would be right. */
export class InvalidImageValue extends Error {
  override readonly name = 'InvalidImageValue';
}
