import type { BenchRegistry } from './bench-registry.ts';
import { touchOneFile } from './bench-workspace.ts';
import type { Contender } from './contenders/contender.ts';
import type { ImageBuilder } from './contenders/image-builder.ts';
import type { Least } from './least.ts';
import { sum } from './timed.ts';

const REPOSITORY = 'mlops/retail-api';

export interface Warm {
  readonly ours: ImageBuilder;
  readonly theirs: Contender;
  readonly registry: BenchRegistry;
  /** The workspace of both. */
  readonly folder: string;
  readonly round: number;
}

/** One Python file changed, then nothing changed: both containers were published before. */
export async function warm({ ours, theirs, registry, folder, round }: Warm, least: Least): Promise<void> {
  await touchOneFile(folder, `${round}, docker`);
  const their = sum([await theirs.build('server'), await theirs.push('server', registry)]);
  least.take('touched, docker CLI', their.wall);
  await touchOneFile(folder, `${round}, image-builder`);
  const before = await registry.blobs(REPOSITORY);
  least.take('touched, image-builder', (await ours.publish(registry, 'server')).wall);
  least.take('touched, blobs sent', (await registry.blobs(REPOSITORY)).length - before.length);

  await ours.publish(registry);
  const there = await registry.blobs(REPOSITORY);
  const again = await ours.publish(registry);
  least.take('unchanged, CPU', again.cpu);
  least.take('unchanged, wall', again.wall);
  least.take('unchanged, blobs sent', (await registry.blobs(REPOSITORY)).length - there.length);
}
