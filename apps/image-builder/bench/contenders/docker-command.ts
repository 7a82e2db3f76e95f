import { join } from 'node:path';
import type { Command } from '../timed.ts';
import { timed } from '../timed.ts';
import type { Contender } from './contender.ts';

export interface DockerCommandSettings {
  readonly name: string;
  /** The docker command. */
  readonly program: string;
  /** Has the contexts `server` and `training`. */
  readonly folder: string;
  readonly variables: Readonly<Record<string, string>>;
  /** Files of the build secrets, by id. */
  readonly secrets: ReadonlyMap<string, string>;
  /** What the tag ends with, so that no two contenders share one. */
  readonly tag: string;
}

/** What the scripts of the original documents do: one command after the other. */
export function dockerCommand({ name, program, folder, variables, secrets, tag }: DockerCommandSettings): Contender {
  const run = (words: readonly string[], env: Command['env'] = {}) =>
    timed({ command: [program, ...words], cwd: folder, env: { ...variables, DOCKER_BUILDKIT: '1', ...env } });
  const args = ['BUILD', 'RUNTIME'].map((base) => `${base}_BASE=${variables[`SLIPWAY_${base}_BASE`] ?? ''}`);
  const given = [
    ...[...args, 'BUILD_DATE=2026-03-01', 'GIT_COMMIT=bench', 'GIT_BRANCH=main', `VERSION=${tag}`].flatMap((arg) => [
      '--build-arg',
      arg,
    ]),
    ...[...secrets].flatMap(([id, file]) => ['--secret', `id=${id},src=${file}`]),
  ];
  return {
    name,
    build: (container) =>
      run(['build', '--network', 'host', ...given, '--tag', `bench/${container}:${tag}`, join(folder, container)]),
    push: async (container, { host, dockerConfig }) => {
      const target = `${host}/bench/${container}:${tag}`;
      await run(['tag', `bench/${container}:${tag}`, target]);
      return run(['push', target], { DOCKER_CONFIG: dockerConfig });
    },
  };
}
