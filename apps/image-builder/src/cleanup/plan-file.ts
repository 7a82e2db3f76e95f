import { readFile, writeFile } from 'node:fs/promises';
import { errorMessage, renderJson } from '@slipway/cli';
import { z } from 'zod';
import { Failure } from '../failure.ts';

/** @throws Failure `record-unwritable` */
export async function writePlan(file: string, plan: object): Promise<void> {
  try {
    await writeFile(file, renderJson(plan));
  } catch (cause) {
    const message = `the plan can't be written to '${file}': ${errorMessage(cause)}`;
    throw new Failure({
      code: 'record-unwritable',
      message,
      fix: 'give --out a file in a folder that is there',
      cause,
    });
  }
}

/**
 * A plan as `--out` wrote it.
 * @throws Failure `plan-invalid`, naming every wrong field
 */
export async function readPlan<Plan>(file: string, schema: z.ZodType<Plan>): Promise<Plan> {
  try {
    return schema.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch (cause) {
    const words = cause instanceof z.ZodError ? z.prettifyError(cause) : errorMessage(cause);
    throw new Failure({
      code: 'plan-invalid',
      message: `'${file}' is not a plan that can be applied: ${words}`,
      fix: "make it anew: 'image-builder cleanup ... --out <file>'",
      cause,
    });
  }
}
