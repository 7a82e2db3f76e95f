import type { AttributePath } from './attribute-path.ts';

/** A problem that Terraform prints, with the place in the configuration that it concerns. */
export interface Diagnostic {
  readonly severity: 'ERROR' | 'WARNING';
  /** One line. */
  readonly summary: string;
  readonly detail?: string;
  readonly attribute?: AttributePath;
}

export function errorDiagnostic(summary: string, options: Partial<Diagnostic> = {}): Diagnostic {
  return { severity: 'ERROR', summary, ...options };
}
