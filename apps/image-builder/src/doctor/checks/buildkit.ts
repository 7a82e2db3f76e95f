import { failure, ok } from '../check.ts';
import type { Check, CheckResult, MachineSubject } from '../check.ts';
import type { AskBuildKit, BuildKitFacts } from '../ports/buildkit-facts.ts';

/** The BuildKit that stands for the Docker engine. */
export function buildKit(ask: AskBuildKit): Check<MachineSubject> {
  return { name: 'BuildKit', run: async () => judgeBuildKit(await ask()) };
}

export function judgeBuildKit({ address, platform, platforms }: BuildKitFacts): CheckResult {
  if (platforms.includes(platform)) return ok(`a BuildKit answers at '${address}', and builds for ${platform}`);
  return failure(
    `the BuildKit at '${address}' doesn't build for '${platform}', only for ${platforms.join(', ')}`,
    'set DOCKER_DEFAULT_PLATFORM to one of these, or give that BuildKit a worker or an emulator for the other',
  );
}
