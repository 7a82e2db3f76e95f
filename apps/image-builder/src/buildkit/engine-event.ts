import { z } from 'zod';

/** One event of the engine's build, push or pull stream, as far as it is read here. */
export type EngineEvent = z.infer<typeof schema>;

/** @throws Error when the engine sent something that is no event */
export function parseEngineEvent(value: unknown): EngineEvent {
  return schema.parse(value);
}

const schema = z.object({
  id: z.string().optional(),
  status: z.string().optional(),
  error: z.string().optional(),
  errorDetail: z.object({ message: z.string().optional() }).optional(),
  /** A string for `moby.buildkit.trace` (base64), an object for image ids and digests. */
  aux: z.union([z.string(), z.record(z.string(), z.unknown())]).optional(),
});
