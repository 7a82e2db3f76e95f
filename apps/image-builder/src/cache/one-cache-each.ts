import { Failure } from '../failure.ts';
import type { CacheFlags } from './cache-flags.ts';

/** A name on the command line is one cache: of several containers each would replace what the one before wrote. @throws Failure `configuration-invalid` */
export function oneCacheEach(flags: CacheFlags | undefined, containers: readonly string[]): void {
  const { to } = flags ?? {};
  if (to === undefined || to === 'inline' || containers.length < 2) return;
  throw new Failure({
    code: 'configuration-invalid',
    message: `--cache-to '${to}' is one cache, and ${containers.join(', ')} would replace it for each other`,
    fix: "name one container, or write 'cache' into image.json: there each container has a tag of its own",
  });
}
