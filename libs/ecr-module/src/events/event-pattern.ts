import type { FindingSeverity, NotificationEvent, ScanningSpec } from '@slipway/environments';

/** An EventBridge pattern: an event matches when each of its fields here has one of the values. */
export type EventPattern = Readonly<Record<string, unknown>>;

/** The events that AWS sends for a notification. @param scanning of basic scans ECR tells, of enhanced ones Inspector */
export function eventPattern(notification: NotificationEvent, scanning: ScanningSpec['type']): EventPattern {
  switch (notification.event) {
    case 'push':
      return imageAction('PUSH');
    case 'delete':
      return imageAction('DELETE');
    case 'scan':
      return scanning === 'basic' ? basicScan(notification.severities) : enhancedScan(notification.severities);
    default:
      return notification satisfies never;
  }
}

/** ECR user guide, "Amazon ECR events and EventBridge": image push and image action. */
function imageAction(action: 'PUSH' | 'DELETE'): EventPattern {
  return {
    source: ['aws.ecr'],
    'detail-type': ['ECR Image Action'],
    detail: { 'action-type': [action], result: ['SUCCESS'] },
  };
}

/** ECR user guide, "Amazon ECR events and EventBridge": a completed image scan counts only severities that it found. */
function basicScan(severities: readonly FindingSeverity[]): EventPattern {
  return {
    source: ['aws.ecr'],
    'detail-type': ['ECR Image Scan'],
    detail: { 'scan-status': ['COMPLETE'], ...anyOf(severities) },
  };
}

/**
 * ECR user guide, "EventBridge events sent for enhanced scanning": the scans of images alone have a repository, since Inspector
 * tells of functions and machines too. It calls what has no severity yet `UNTRIAGED`.
 */
function enhancedScan(severities: readonly FindingSeverity[]): EventPattern {
  const names = severities.map((severity) => (severity === 'UNDEFINED' ? 'UNTRIAGED' : severity));
  return {
    source: ['aws.inspector2'],
    'detail-type': ['Inspector2 Scan'],
    detail: { 'scan-status': ['INITIAL_SCAN_COMPLETE'], 'repository-name': [{ exists: true }], ...anyOf(names) },
  };
}

/** Fields of one pattern must all match, so severities are alternatives (EventBridge user guide, "$or"). */
function anyOf(severities: readonly string[]) {
  const found = severities.map((severity) => ({ 'finding-severity-counts': { [severity]: [{ numeric: ['>', 0] }] } }));
  return found.length === 1 ? found[0] : { $or: found };
}
