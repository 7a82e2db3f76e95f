import { join } from 'node:path';
import { errorMessage } from '@slipway/cli';
import { z } from 'zod';
import { Failure } from '../../failure.ts';
import { readOptional } from '../../read-optional.ts';
import { scanExceptionsSchema } from './scan-exceptions.ts';
import type { ScanException } from './scan-exceptions.ts';

export const EXCEPTIONS_FILE = 'scan-exceptions.json';

/**
 * The exceptions of the container in a folder; none when it has no file.
 * @throws Failure `exceptions-invalid`, naming every wrong field
 */
export async function readScanExceptions(workspace: string, context: string): Promise<readonly ScanException[]> {
  const file = join(context, EXCEPTIONS_FILE);
  const text = await readOptional(join(workspace, file));
  if (text === undefined) return [];
  try {
    return scanExceptionsSchema.parse(JSON.parse(text)).exceptions;
  } catch (cause) {
    const words = cause instanceof z.ZodError ? z.prettifyError(cause) : errorMessage(cause);
    throw new Failure({
      code: 'exceptions-invalid',
      message: `'${file}' does not hold exceptions: ${words}`,
      fix: 'mend the fields that are named; each exception needs id, owner, reason and expires (YYYY-MM-DD)',
      cause,
    });
  }
}
