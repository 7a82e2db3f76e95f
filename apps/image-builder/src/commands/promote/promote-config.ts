import { z } from 'zod';
import { GATES } from './gates/gate.ts';

/** A month: base images get fixes more often than that. */
const MAX_AGE_DAYS = 30;

/** Section `promote` of a container's configuration. */
export const promoteSchema = z
  .strictObject({
    gates: z
      .array(z.enum(GATES))
      .default([...GATES])
      .describe('What is asked of an image before it is promoted. Default: all gates.'),
    maxAgeDays: z
      .number()
      .positive()
      .default(MAX_AGE_DAYS)
      .describe('How old an image may be for the gate `age`, in days.'),
  })
  .prefault({})
  .describe('What `promote` asks of an image.');
