import { z } from 'zod';

const environment = z
  .record(z.string().regex(/^[A-Za-z_]\w*$/), z.string())
  .default({})
  .describe('What the container is told, a service beside `HOST` and `PORT`. No secrets: this file is in git.');
const memoryMegabytes = z.int().min(16).default(512).describe('The most memory that it gets, in megabytes.');

const requestSchema = z.strictObject({
  name: z.string().min(1).describe('What the request shows, such as `health`.'),
  method: z.enum(['GET', 'POST']).default('GET').describe('Method of HTTP.'),
  path: z.string().regex(/^\//, "is no path: it begins with '/'").describe('Path and query.'),
  json: z.json().optional().describe('Sent as JSON. Default: no body.'),
  status: z.int().min(100).max(599).default(200).describe('The only status that passes.'),
  contains: z.string().optional().describe('Text that the answer has to hold. Default: any.'),
});

const serviceSchema = z.strictObject({
  kind: z.literal('service').describe('Answers requests until it gets SIGTERM.'),
  environment,
  memoryMegabytes,
  startSeconds: z.number().min(1).default(60).describe('How long the first request may stay unanswered, in seconds.'),
  stopSeconds: z
    .int()
    .min(1)
    .default(30)
    .describe('How long it may take to end after SIGTERM, in seconds. Kubernetes and ECS give 30.'),
  logs: z.enum(['json', 'text']).default('json').describe('How each line of the log is written.'),
  requests: z
    .array(requestSchema)
    .min(1)
    .prefault([{ name: 'health', path: '/health' }])
    .describe('Sent in this order. The first one is repeated until it is answered.'),
});

const jobSchema = z.strictObject({
  kind: z.literal('job').describe('Ends by itself.'),
  environment,
  memoryMegabytes,
  command: z.array(z.string()).optional().describe('Arguments of the entry point. Default: those of the image.'),
  timeoutSeconds: z.number().min(1).default(120).describe('How long it may run, in seconds.'),
  exitCode: z.int().min(0).max(255).default(0).describe('The exit code that passes.'),
});

export const smokeTestSchema = z
  .discriminatedUnion('kind', [serviceSchema, jobSchema])
  .prefault({ kind: 'service' })
  .describe(
    'How `run` tries a container: as a service that answers, or as a job that ends. Default: a service with `/health`.',
  );

export type SmokeTestConfig = z.infer<typeof smokeTestSchema>;
export type SmokeRequest = z.infer<typeof requestSchema>;
