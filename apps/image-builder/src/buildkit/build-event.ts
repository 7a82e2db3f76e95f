/** What happens in a build while it runs. */
export type BuildEvent =
  | { readonly kind: 'started'; readonly step: string }
  | { readonly kind: 'cached'; readonly step: string }
  | { readonly kind: 'done'; readonly step: string; readonly milliseconds: number }
  | { readonly kind: 'failed'; readonly step: string; readonly error: string }
  | { readonly kind: 'log'; readonly step: string; readonly text: string }
  | { readonly kind: 'warning'; readonly text: string };

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
    default:
      return event satisfies never;
  }
}
