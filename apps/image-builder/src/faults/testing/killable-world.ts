import type { AwsAccess, World } from '../../world.ts';
import type { Steps } from './kill-switch.ts';

type Call = (...args: unknown[]) => unknown;

/** A world whose every call to the outside is a step at which a run may die. */
export function killableWorld(world: World, kill: Steps): World {
  const port = <T extends object>(name: string, target: T): T => killablePort(name, target, kill);
  const access = (given: AwsAccess): AwsAccess => ({
    ...given,
    directory: port('directory', given.directory),
    openLedger: (environment) => port('ledger', given.openLedger(environment)),
    whoami: (region) => kill.step('whoami', () => given.whoami(region)),
  });
  return {
    ...world,
    ...access(world),
    withProfile: (profile) => access(world.withProfile(profile)),
    affected: (base) => kill.step('affected', () => world.affected(base)),
    git: port('git', world.git),
    inventory: port('inventory', world.inventory),
    deleter: port('deleter', world.deleter),
    engine: port('engine', world.engine),
    deployments: (environment) => {
      const services = Object.entries(world.deployments(environment));
      return Object.fromEntries(services.map(([name, service]) => [name, port(name, service)]));
    },
    openRegistry: (place) => port('registry', world.openRegistry(place)),
    openRecords: (folder) => port('records', world.openRecords(folder)),
    openCluster: (place) => port('cluster', world.openCluster(place)),
    openBeanstalk: (region) => port('beanstalk', world.openBeanstalk(region)),
  };
}

/** Every method of a port is a step; `readBlob` answers with pieces, the others with promises. */
function killablePort<T extends object>(name: string, target: T, kill: Steps): T {
  return new Proxy(target, {
    get: (_, key) => {
      const member = Reflect.get(target, key, target) as unknown;
      if (typeof member !== 'function') return member;
      const step = `${name}.${String(key)}`;
      const call = (...args: unknown[]) => (member as Call).apply(target, args);
      if (key === 'readBlob') return (...args: unknown[]) => pieces(step, () => call(...args), kill);
      return (...args: unknown[]) => kill.step(step, () => call(...args) as Promise<unknown>);
    },
  });
}

async function* pieces(step: string, open: () => unknown, kill: Steps): AsyncIterable<Uint8Array> {
  yield* await kill.step(step, () => Promise.resolve(open() as AsyncIterable<Uint8Array>));
}
