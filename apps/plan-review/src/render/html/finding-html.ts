import type { ReviewFinding } from '@slipway/plan-review';
import { escapeHtml } from './escape-html.ts';

export function findingHtml({ severity, path, rule, message, fix, override }: ReviewFinding): string {
  const level = override === undefined ? (severity === 'error' ? 'blocked' : 'attention') : 'overridden';
  const why = override === undefined ? fix : `until ${override.expires}: ${override.reason}`;
  return `<section class="finding ${level}" data-entry><strong>${level}</strong> <code>${escapeHtml(path)}</code>: ${escapeHtml(message)} (<code>${escapeHtml(rule)}</code>)<br>${escapeHtml(why)}</section>`;
}
