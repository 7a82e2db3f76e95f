import type { RepositoryPlace } from '../../../ecr/repository-directory.ts';
import type { ImageRegistry } from '../../../registry/image-registry.ts';
import type { World } from '../../../world.ts';

/** A world in which a registry behaves differently. */
export function withRegistry(
  world: World,
  uri: string,
  change: (registry: ImageRegistry) => Partial<ImageRegistry>,
): World {
  const openRegistry = (place: RepositoryPlace): ImageRegistry => {
    const registry = world.openRegistry(place);
    if (place.uri !== uri) return registry;
    const changed = new Map(Object.entries(change(registry)));
    return new Proxy(registry, {
      get: (target, name) => {
        const member = changed.get(String(name)) ?? (Reflect.get(target, name, target) as unknown);
        return typeof member === 'function' ? (member as (...args: unknown[]) => unknown).bind(target) : member;
      },
    });
  };
  return { ...world, openRegistry };
}
