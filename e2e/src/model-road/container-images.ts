import { join } from 'node:path';
import { containers } from '@slipway/environments';
import { run } from '../workspace.ts';
import type { Variables } from './docker.ts';

type Container = keyof typeof containers;
interface Built {
  readonly images: readonly { readonly container: Container; readonly imageId: string }[];
}

/** The records of `npx nx push` stay as they are. */
const RECORDS = join('dist', 'model-road-images');

/** Ids of the images of this commit; what the engine holds already is not built again. */
export async function containerImages(environment: Variables): Promise<Readonly<Record<Container, string>>> {
  const names = Object.keys(containers);
  const build = await run(['image-builder', 'build', ...names, '--json', '--record-dir', RECORDS], { environment });
  if (build.exitCode !== 0) throw new Error(build.all);
  const { images } = JSON.parse(build.stdout) as Built;
  const idOf = (name: Container) => images.find(({ container }) => container === name)?.imageId ?? '';
  return { server: idOf('server'), training: idOf('training') };
}
