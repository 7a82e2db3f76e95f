import { z } from 'zod';
import { schemaAddress } from '../../config/schema-address.ts';

/** A vulnerability that somebody has decided to live with for a while. */
const exceptionSchema = z.strictObject({
  id: z.string().min(1).describe('Such as `CVE-2024-3094`.'),
  package: z.string().min(1).optional().describe('Only in this package. Default: in any.'),
  owner: z.string().trim().min(1).describe('Who has decided, such as a team or a mail address.'),
  reason: z.string().trim().min(1).describe('Why it may stay until then.'),
  expires: z.iso.date().describe('The last day that it holds, in UTC, such as `2026-12-31`.'),
});

/** `scan-exceptions.json` beside a Dockerfile. */
export const scanExceptionsSchema = z.strictObject({
  $schema: schemaAddress,
  schemaVersion: z.literal(1).describe('Version of this format.'),
  exceptions: z.array(exceptionSchema).describe('Each fails `scan` when it is expired or unused.'),
});

export type ScanException = Readonly<z.infer<typeof exceptionSchema>>;
