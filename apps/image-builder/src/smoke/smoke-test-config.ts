import { z } from 'zod';

const environment = z.record(z.string().regex(/^[A-Za-z_]\w*$/), z.string()).default({});
const memoryMegabytes = z.int().min(16).default(512);

const requestSchema = z.strictObject({
  /** What the request shows, such as `health`. */
  name: z.string().min(1),
  method: z.enum(['GET', 'POST']).default('GET'),
  path: z.string().startsWith('/'),
  /** Sent as JSON. @default no body */
  json: z.json().optional(),
  /** The only status that passes. */
  status: z.int().min(100).max(599).default(200),
  /** Text that the answer has to hold. @default any */
  contains: z.string().optional(),
});

const serviceSchema = z.strictObject({
  kind: z.literal('service'),
  /** What the container is told beside `HOST` and `PORT`. No secrets: this file is in git. */
  environment,
  memoryMegabytes,
  /** How long the first request may stay unanswered, in seconds. */
  startSeconds: z.number().min(1).default(60),
  /** How long it may take to end after SIGTERM, in seconds. Kubernetes and ECS give 30. */
  stopSeconds: z.int().min(1).default(30),
  /** How each line of the log is written. */
  logs: z.enum(['json', 'text']).default('json'),
  /** In this order. The first one is repeated until it is answered. */
  requests: z
    .array(requestSchema)
    .min(1)
    .prefault([{ name: 'health', path: '/health' }]),
});

const jobSchema = z.strictObject({
  kind: z.literal('job'),
  environment,
  memoryMegabytes,
  /** Arguments of the entry point. @default those of the image */
  command: z.array(z.string()).optional(),
  /** How long it may run, in seconds. */
  timeoutSeconds: z.number().min(1).default(120),
  /** The exit code that passes. */
  exitCode: z.int().min(0).max(255).default(0),
});

/** How a container is tried: as a service that answers, or as a job that ends. Without the section it is a service with `/health`. */
export const smokeTestSchema = z.discriminatedUnion('kind', [serviceSchema, jobSchema]).prefault({ kind: 'service' });

export type SmokeTestConfig = z.infer<typeof smokeTestSchema>;
export type SmokeRequest = z.infer<typeof requestSchema>;
