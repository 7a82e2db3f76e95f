/** Which version of a state there is: every apply that changes something adds 1 to the serial, and a new state has a new lineage. */
export interface StateMark {
  /** Empty where there is no state yet. */
  readonly lineage: string;
  readonly serial: number;
}

export interface Planning {
  /** Absolute path of the file to write. */
  readonly out: string;
  /** Compares the state with what is there, and nothing with the configuration. */
  readonly refreshOnly: boolean;
}

/** What is needed of Terraform, by the name of a synthesized stack. Everything throws a StackFailure `terraform-failed`. */
export interface Terraform {
  /** Makes backend and providers ready. It moves no state. */
  init(stack: string): Promise<void>;
  /** Changes nothing. */
  state(stack: string): Promise<StateMark>;
  /** Changes nothing but the file. */
  plan(stack: string, planning: Planning): Promise<void>;
  /** @returns the plan as JSON. It may hold secrets */
  show(stack: string, file: string): Promise<string>;
  /**
   * Does what the file says, and nothing else.
   * @param say is told what is done, secrets masked
   * @throws StackFailure `stale-plan` where the state is not the one of the plan
   */
  apply(stack: string, file: string, say: (line: string) => void): Promise<void>;
}
