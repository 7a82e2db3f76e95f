/** A step of the road that ended: what failed, its last lines, and the next step. Nothing else is printed for it. */
export class StepFailure extends Error {
  override readonly name = 'StepFailure';
}
