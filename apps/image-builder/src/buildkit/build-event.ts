import prettyBytes from 'pretty-bytes';

/** What happens in a build while it runs. */
export type BuildEvent =
  | { readonly kind: 'started'; readonly step: string }
  | { readonly kind: 'cached'; readonly step: string }
  | { readonly kind: 'done'; readonly step: string; readonly milliseconds: number }
  | { readonly kind: 'failed'; readonly step: string; readonly error: string }
  | { readonly kind: 'log'; readonly step: string; readonly text: string }
  | { readonly kind: 'warning'; readonly text: string }
  /** So much of the build context is sent. `total` is without what frames the files, so it can be a little less. */
  | { readonly kind: 'sent'; readonly bytes: number; readonly total: number };

/** One line for people. */
export function formatBuildEvent(event: BuildEvent): string {
  switch (event.kind) {
    case 'started':
      return `... ${event.step}`;
    case 'cached':
      return `CACHED ${event.step}`;
    case 'done':
      return `${(event.milliseconds / 1000).toFixed(1)} s ${event.step}`;
    case 'failed':
      return `FAILED ${event.step}`;
    case 'log':
      return `  | ${event.text}`;
    case 'warning':
      return `warning: ${event.text}`;
    case 'sent':
      return `sent ${prettyBytes(event.bytes)} of ${prettyBytes(event.total)} of the build context`;
    default:
      return event satisfies never;
  }
}
