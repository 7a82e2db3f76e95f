/** A decision that a finding is all right for now. */
export interface Override {
  /** Rule of the finding. */
  readonly rule: string;
  /** Address of the resource, or stack and address as findings have them: `prod / aws_ecr_repository.api`. */
  readonly resource: string;
  /** Why, and whose decision it is. */
  readonly reason: string;
  /** Last day that it is good for, UTC, such as `2026-12-31`. */
  readonly expires: string;
}
