import { execa } from 'execa';
import type { Container, Contender, Target } from './contenders/contender.ts';
import { sum } from './timed.ts';
import type { Time } from './timed.ts';

export const CONTAINERS: readonly Container[] = ['server', 'training'];

/** Empties the engine but for the base images: no image, no build cache, no package that was downloaded. */
export async function forgetBuilds(docker: string, variables: Readonly<Record<string, string>>): Promise<void> {
  const run = async (...words: readonly string[]) => (await execa(docker, words, { env: variables })).stdout;
  const images = (await run('images', '--no-trunc', '--format', '{{.Repository}}:{{.Tag}} {{.ID}}')).split('\n');
  const bases = ['SLIPWAY_BUILD_BASE', 'SLIPWAY_RUNTIME_BASE'].map((name) => `${variables[name] ?? ''} `);
  const built = images.filter((image) => image !== '' && !bases.some((base) => image.startsWith(base)));
  // By id: an image that lost its tag has no other name.
  const ids = new Set(built.map((image) => image.split(' ')[1] ?? ''));
  if (ids.size > 0) await run('rmi', '--force', ...ids);
  await run('builder', 'prune', '--all', '--force');
}

export interface Cold {
  /** Of the API's image alone. */
  readonly one: Time;
  readonly build: Time;
  readonly push: Time;
}

/** Both images from nothing, and their first push. */
export async function cold({ build, push }: Contender, target: Target): Promise<Cold> {
  const builds: Time[] = [];
  for (const container of CONTAINERS) builds.push(await build(container));
  const pushes: Time[] = [];
  for (const container of CONTAINERS) pushes.push(await push(container, target));
  return { one: builds[0] ?? sum([]), build: sum(builds), push: sum(pushes) };
}
