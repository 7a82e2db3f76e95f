import { randomBytes } from 'node:crypto';
import { memoryProgress } from '@slipway/cli';
import { copyImage } from '../src/copy/copy-image.ts';
import { HttpImageRegistry } from '../src/registry/http-image-registry.ts';
import { startDockerRegistry } from '../src/testing/docker-registry.ts';
import type { TestRegistry } from '../src/testing/docker-registry.ts';
import { putImage } from '../src/testing/oci-parts.ts';
import type { Least } from './least.ts';

/** 250 MB in all, in layers as they are in practice: one large, some small. */
const LAYERS = [170_000_000, 60_000_000, 19_000_000, 1_000_000];

/** What `promote` does for an image of 250 MB: to another repository of the same registry, and to another registry. */
export async function promotion(rounds: number, least: Least): Promise<void> {
  const registries = [await startDockerRegistry(), await startDockerRegistry()] as const;
  try {
    const from = repository(registries[0], 'bench/dev');
    const { digest } = await putImage(
      from,
      LAYERS.map((bytes) => randomBytes(bytes)),
    );
    const common = { from, digest, tags: ['v1'], progress: memoryProgress(), signal: new AbortController().signal };
    for (let round = 1; round <= rounds; round += 1) {
      const to = registries.map((registry) => repository(registry, `bench/prod-${round}`)) as [
        HttpImageRegistry,
        HttpImageRegistry,
      ];
      const mounted = await seconds(() => copyImage({ ...common, to: to[0], mountFrom: 'bench/dev' }));
      least.take('promote within, wall', mounted.wall);
      least.take('promote within, bytes of blobs sent', mounted.facts.bytesCopied);
      least.take('promote across, wall', (await seconds(() => copyImage({ ...common, to: to[1] }))).wall);
    }
  } finally {
    for (const { stop } of registries) await stop();
  }
}

function repository({ host, credentials }: TestRegistry, name: string): HttpImageRegistry {
  const place = { uri: `${host}/${name}`, scheme: 'http:', account: '111111111111', region: 'us-east-1' } as const;
  return new HttpImageRegistry({ ...place, credentials });
}

async function seconds<Facts>(work: () => Promise<Facts>): Promise<{ readonly facts: Facts; readonly wall: number }> {
  const before = performance.now();
  const facts = await work();
  return { facts, wall: (performance.now() - before) / 1000 };
}
