import { z } from 'zod';

const waiting = z.object({ reason: z.string().default('waiting'), message: z.string().default('') });
const ended = z.object({ reason: z.string().default('ended'), exitCode: z.number() });
const state = z.object({ waiting: waiting.optional(), terminated: ended.optional() }).default({});

export const podsSchema = z.object({
  items: z.array(
    z.object({
      metadata: z.object({ name: z.string() }),
      status: z
        .object({
          conditions: z
            .array(z.object({ type: z.string(), status: z.string(), message: z.string().default('') }))
            .default([]),
          containerStatuses: z.array(z.object({ name: z.string(), state, lastState: state })).default([]),
        })
        .prefault({}),
    }),
  ),
});

export const eventsSchema = z.object({
  items: z.array(
    z.object({
      involvedObject: z.object({ name: z.string().default('') }),
      reason: z.string().default(''),
      message: z.string().default(''),
    }),
  ),
});

type Pod = z.infer<typeof podsSchema>['items'][number];
type WarningEvent = z.infer<typeof eventsSchema>['items'][number];

/** Lines beyond this say the same of other pods. */
const MOST = 12;

/**
 * Why pods don't run, in lines.
 * @param events warnings of the namespace, of which those about these pods count
 */
export function podProblems(pods: readonly Pod[], events: readonly WarningEvent[]): string[] {
  const names = new Set(pods.map(({ metadata }) => metadata.name));
  const warnings = events
    .filter(({ involvedObject }) => names.has(involvedObject.name))
    .map(({ involvedObject, reason, message }) => `${involvedObject.name}: ${reason}: ${message}`);
  return [...new Set([...pods.flatMap(podLines), ...warnings])].slice(0, MOST);
}

function podLines({ metadata: { name }, status }: Pod): string[] {
  const unscheduled = status.conditions
    .filter(({ type, status: isTrue }) => type === 'PodScheduled' && isTrue === 'False')
    .map(({ message }) => `${name}: not scheduled: ${message}`);
  const containers = status.containerStatuses.flatMap(({ name: container, state: now, lastState }) => [
    ...waitingLines(`${name}/${container}`, now.waiting),
    ...endedLines(`${name}/${container}`, now.terminated ?? lastState.terminated),
  ]);
  return [...unscheduled, ...containers];
}

function waitingLines(where: string, why: z.infer<typeof waiting> | undefined): string[] {
  return why === undefined ? [] : [`${where}: ${why.reason}${why.message === '' ? '' : `: ${why.message}`}`];
}

function endedLines(where: string, end: z.infer<typeof ended> | undefined): string[] {
  return end === undefined ? [] : [`${where}: ended with exit code ${end.exitCode} (${end.reason})`];
}
