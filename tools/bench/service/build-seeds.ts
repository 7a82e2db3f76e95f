import { execa } from 'execa';
import { dockerProgram } from './docker-program.ts';
import type { Docker } from './docker.ts';

export interface SeedsRequest {
  readonly docker: Docker;
  /** Of the local cloud: its engine and base image. */
  readonly environment: Readonly<Record<string, string>>;
  /** Name that the image gets. */
  readonly image: string;
  /** Lead the container to the bucket. */
  readonly variables: Readonly<Record<string, string>>;
  readonly trees: number;
}

/** Builds the image of the original documents, and has it make its own kind of model. */
export async function buildSeeds({ docker, environment, image, variables, trees }: SeedsRequest): Promise<void> {
  const base = environment['SLIPWAY_BUILD_BASE'];
  const { SSL_CERT_FILE: ca } = process.env;
  const args = [
    ...(base === undefined ? [] : ['--build-arg', `BUILD_BASE=${base}`]),
    ...(ca === undefined ? [] : ['--secret', `id=ca,src=${ca}`]),
  ];
  await execa(
    await dockerProgram(),
    ['build', '--network', 'host', ...args, '--tag', image, 'tools/bench/seeds/server'],
    {
      env: { ...environment, DOCKER_BUILDKIT: '1' },
      stderr: 'inherit',
    },
  );
  await docker(['run', '--rm', '--network', 'host', image, 'python', 'make_pickle.py'], {
    ...variables,
    TREES: String(trees),
  });
}
