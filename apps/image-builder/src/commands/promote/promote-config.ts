import { z } from 'zod';
import { GATES } from './gates/gate.ts';

/** A month: base images get fixes more often than that. */
const MAX_AGE_DAYS = 30;

/** Section `promote` of a container's configuration. */
export const promoteSchema = z
  .strictObject({
    /** What is asked of an image before it is promoted. @default all gates */
    gates: z.array(z.enum(GATES)).default([...GATES]),
    /** How old an image may be for the gate `age`, in days. @default 30 */
    maxAgeDays: z.number().positive().default(MAX_AGE_DAYS),
  })
  .prefault({});
