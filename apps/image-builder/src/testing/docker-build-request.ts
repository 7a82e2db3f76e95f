import { readContext } from '../context/read-context.ts';
import type { BuildEvent } from '../buildkit/build-event.ts';
import type { BuildRequest } from '../engine/image-engine.ts';

/** Label of everything that end-to-end tests build. */
export const TEST_LABEL = 'dev.slipway.test';

/** Image with a shell to try RUN lines on: the machine's own, or the public one. */
export const SHELL_BASE = process.env['SLIPWAY_BUILD_BASE'] ?? 'slipway/python-build:bookworm';

/** A request to build a folder, and the events that the build then reports. */
export async function dockerBuildRequest(
  folder: string,
  more: Partial<BuildRequest> = {},
): Promise<BuildRequest & { events: BuildEvent[] }> {
  const events: BuildEvent[] = [];
  return {
    name: 'slipway-test/build:v1',
    context: await readContext(folder),
    args: { BASE: SHELL_BASE },
    labels: { [TEST_LABEL]: 'yes' },
    secrets: new Map(),
    signal: new AbortController().signal,
    onEvent: (event) => events.push(event),
    events,
    ...more,
  };
}
