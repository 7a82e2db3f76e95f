import { describe, expect, it } from '@jest/globals';
import type { NotificationEvent } from '@slipway/environments';
import { eventPattern } from './event-pattern.ts';

describe('eventPattern', () => {
  // ECR user guide, "Amazon ECR events and EventBridge": sample events.
  it.each([
    ['push', 'PUSH'],
    ['delete', 'DELETE'],
  ] as const)('of a %s matches only what succeeded', (event, action) => {
    expect(eventPattern({ event }, 'basic')).toEqual({
      source: ['aws.ecr'],
      'detail-type': ['ECR Image Action'],
      detail: { 'action-type': [action], result: ['SUCCESS'] },
    });
  });

  it('of a basic scan matches any of the severities', () => {
    expect(eventPattern({ event: 'scan', severities: ['CRITICAL', 'HIGH'] }, 'basic')).toEqual({
      source: ['aws.ecr'],
      'detail-type': ['ECR Image Scan'],
      detail: {
        'scan-status': ['COMPLETE'],
        $or: [
          { 'finding-severity-counts': { CRITICAL: [{ numeric: ['>', 0] }] } },
          { 'finding-severity-counts': { HIGH: [{ numeric: ['>', 0] }] } },
        ],
      },
    });
  });

  // ECR user guide, "EventBridge events sent for enhanced scanning": event for an initial image scan.
  it("of an enhanced scan is Inspector's, of images only, in its words", () => {
    expect(eventPattern({ event: 'scan', severities: ['UNDEFINED'] }, 'enhanced')).toEqual({
      source: ['aws.inspector2'],
      'detail-type': ['Inspector2 Scan'],
      detail: {
        'scan-status': ['INITIAL_SCAN_COMPLETE'],
        'repository-name': [{ exists: true }],
        'finding-severity-counts': { UNTRIAGED: [{ numeric: ['>', 0] }] },
      },
    });
  });

  it('has severities for scans only, and always there', () => {
    // @ts-expect-error a push has no findings
    const push: NotificationEvent = { event: 'push', severities: ['HIGH'] };
    // @ts-expect-error without severities no scan would be told of
    const scan: NotificationEvent = { event: 'scan', severities: [] };
    expect([push, scan]).toHaveLength(2);
  });
});
