import { Refusal } from '../session/refusal.ts';
import { errorDiagnostic, type Diagnostic } from '../wire/diagnostic.ts';

/** An error as Terraform prints it. A refusal speaks for itself; others need what was being done. */
export function failure(action: string, error: unknown): Diagnostic {
  if (error instanceof Refusal)
    return errorDiagnostic(error.message, error.attribute && { attribute: error.attribute });
  return errorDiagnostic(`${action}: ${reasonOf(error)}`);
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.name === 'Error' ? error.message : `${error.name}: ${error.message}`;
}
