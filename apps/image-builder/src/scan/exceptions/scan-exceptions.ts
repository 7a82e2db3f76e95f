import { z } from 'zod';

/** A vulnerability that somebody has decided to live with for a while. */
const exceptionSchema = z.strictObject({
  /** Such as `CVE-2024-3094`. */
  id: z.string().min(1),
  /** Only in this package. @default in any */
  package: z.string().min(1).optional(),
  /** Who has decided, such as a team or a mail address. */
  owner: z.string().trim().min(1),
  reason: z.string().trim().min(1),
  /** The last day that it holds, in UTC, such as `2026-12-31`. */
  expires: z.iso.date(),
});

/** `scan-exceptions.json` beside a Dockerfile. */
export const scanExceptionsSchema = z.strictObject({
  $schema: z.string().optional(),
  schemaVersion: z.literal(1),
  exceptions: z.array(exceptionSchema),
});

export type ScanException = Readonly<z.infer<typeof exceptionSchema>>;
