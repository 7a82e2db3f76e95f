/** The part of a workflow or composite action that the tests look at (GitHub documentation, "Workflow syntax for GitHub Actions"). */
export interface Workflow {
  readonly on: unknown;
  readonly permissions?: Permissions;
  readonly concurrency?: Concurrency;
  readonly jobs: Readonly<Record<string, Job>>;
}

export type Permissions = Readonly<Record<string, 'read' | 'write' | 'none'>>;

export interface Concurrency {
  readonly group: string;
  readonly 'cancel-in-progress'?: boolean;
}

export interface Job {
  readonly environment?: string;
  readonly permissions?: Permissions;
  readonly concurrency?: Concurrency;
  readonly 'timeout-minutes'?: number;
  readonly strategy?: { readonly matrix?: Readonly<Record<string, unknown>> };
  readonly if?: string;
  readonly steps: readonly WorkflowStep[];
}

export interface WorkflowStep {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, string | number | boolean>>;
  readonly env?: Readonly<Record<string, string>>;
}
