import { expect, it } from '@jest/globals';
import { eventsSchema, podProblems, podsSchema } from './pod-problems.ts';

function problems(pods: readonly object[], events: readonly object[] = []): string[] {
  return podProblems(podsSchema.parse({ items: pods }).items, eventsSchema.parse({ items: events }).items);
}

const waiting = { waiting: { reason: 'CrashLoopBackOff', message: 'back-off 10s' } };
const ended = { terminated: { reason: 'Error', exitCode: 3 } };

it('says why a container waits and how it ended', () => {
  const containerStatuses = [{ name: 'api', state: waiting, lastState: ended }];
  expect(problems([{ metadata: { name: 'api-1' }, status: { containerStatuses } }])).toEqual([
    'api-1/api: CrashLoopBackOff: back-off 10s',
    'api-1/api: ended with exit code 3 (Error)',
  ]);
});

it('says why a pod has no node', () => {
  const conditions = [{ type: 'PodScheduled', status: 'False', message: '0/3 nodes are available' }];
  expect(problems([{ metadata: { name: 'api-1' }, status: { conditions } }])).toEqual([
    'api-1: not scheduled: 0/3 nodes are available',
  ]);
});

it('adds the warnings of these pods alone', () => {
  const warning = (name: string) => ({ involvedObject: { name }, reason: 'Failed', message: 'no such image' });
  expect(problems([{ metadata: { name: 'api-1' } }], [warning('api-1'), warning('web-1')])).toEqual([
    'api-1: Failed: no such image',
  ]);
});
