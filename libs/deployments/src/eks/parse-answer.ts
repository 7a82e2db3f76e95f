import { z } from 'zod';
import { deploymentsFailure } from '../deployments-failure.ts';

/** What kubectl printed as JSON. @throws Failure `cluster-failed` where it has another form */
export function parseAnswer<T>(text: string, schema: z.ZodType<T>): T {
  try {
    return schema.parse(JSON.parse(text));
  } catch (cause) {
    const message = `kubectl's answer can't be read: ${cause instanceof z.ZodError ? z.prettifyError(cause) : String(cause)}`;
    throw deploymentsFailure({
      code: 'cluster-failed',
      message,
      fix: 'update kubectl to the version of the cluster',
      cause,
    });
  }
}
