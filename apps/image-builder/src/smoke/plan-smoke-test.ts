import type { SmokeRequest, SmokeTestConfig } from './smoke-test-config.ts';

/** One thing that is tried, in words and in data. */
export type SmokeStep =
  | { readonly kind: 'answers'; readonly name: 'start'; readonly request: SmokeRequest; readonly seconds: number }
  | { readonly kind: 'request'; readonly name: string; readonly request: SmokeRequest }
  | { readonly kind: 'user'; readonly name: 'user' }
  | { readonly kind: 'files'; readonly name: 'files' }
  | { readonly kind: 'logs'; readonly name: 'logs'; readonly format: 'json' | 'text' }
  | { readonly kind: 'stop'; readonly name: 'stop'; readonly seconds: number }
  | { readonly kind: 'exit'; readonly name: 'exit'; readonly code: number; readonly seconds: number };

/** What is tried, in order. A container that is kept is not stopped. */
export function planSmokeTest(config: SmokeTestConfig, { keep }: { readonly keep: boolean }): SmokeStep[] {
  if (config.kind === 'job') {
    const { exitCode: code, timeoutSeconds: seconds } = config;
    return [
      { kind: 'exit', name: 'exit', code, seconds },
      { kind: 'files', name: 'files' },
    ];
  }
  const { requests, startSeconds, stopSeconds, logs } = config;
  return [
    ...requests
      .slice(0, 1)
      .map((request) => ({ kind: 'answers', name: 'start', request, seconds: startSeconds }) as const),
    ...requests.map((request) => ({ kind: 'request', name: request.name, request }) as const),
    { kind: 'user', name: 'user' },
    { kind: 'files', name: 'files' },
    ...(keep ? [] : [{ kind: 'stop', name: 'stop', seconds: stopSeconds } as const]),
    // last, so that what is written while it ends is looked at, too
    { kind: 'logs', name: 'logs', format: logs },
  ];
}
