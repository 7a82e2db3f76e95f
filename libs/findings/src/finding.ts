/** `error` stops synthesis or the command; `warning` is shown and goes on. */
export type Severity = 'error' | 'warning';

/** One thing that a check found. Checks return all of theirs, never only the first. */
export interface Finding {
  /** Name of the rule, kebab-case, stable: it is what an exception or a search refers to. */
  readonly rule: string;
  readonly severity: Severity;
  /** Where it is, from the outside in, such as `dev / us-east-1 / api-gateway / lifecycle / rule 2`. */
  readonly path: string;
  /** What is wrong, with the offending value quoted. */
  readonly message: string;
  /** What to write instead. */
  readonly fix: string;
  /** Where a limit of somebody else's is written down, such as `ECR API reference, PutLifecyclePolicy`. @default the rule is this repository's own */
  readonly source?: string;
}

/** What a rule reports before it is known where in the whole it stands. */
export type LocalFinding = Omit<Finding, 'path'> & { readonly path?: string };

/** Puts findings of a part under the path of that part. */
export function under(path: string, findings: readonly LocalFinding[]): Finding[] {
  return findings.map((finding) => ({
    ...finding,
    path: finding.path === undefined ? path : `${path} / ${finding.path}`,
  }));
}

export function hasErrors(findings: readonly Finding[]): boolean {
  return findings.some(({ severity }) => severity === 'error');
}
