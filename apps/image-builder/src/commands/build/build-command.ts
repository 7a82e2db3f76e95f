import { Command } from 'commander';
import type { Shell } from '../../shell.ts';
import { printRecords } from '../print-records.ts';
import { sharedFlags } from '../shared-flags.ts';
import { runBuild } from './run-build.ts';
import type { BuildOptions } from './run-build.ts';

type Flags = Omit<BuildOptions, 'containers' | 'buildArgs' | 'noCache' | 'cache'> & {
  readonly cache: boolean;
  readonly buildArg: BuildOptions['buildArgs'];
  readonly cacheFrom: readonly string[];
  readonly cacheTo?: string;
  readonly json: boolean;
};

export function buildCommand(shell: Shell): Command {
  return new Command('build')
    .summary('build container images')
    .description('Build container images with BuildKit. An image of the same inputs is not built again.')
    .argument('<container...>', 'what to build')
    .addOption(sharedFlags.json())
    .option('--force', 'build even when the engine holds an image of the same inputs', false)
    .option('--no-cache', 'build, and run every step of the Dockerfile, whatever is cached')
    .addOption(sharedFlags.buildArg())
    .addOption(sharedFlags.cacheFrom())
    .addOption(sharedFlags.cacheTo())
    .addOption(sharedFlags.recordDir())
    .action(async (containers: readonly string[], { json, buildArg, cache, cacheFrom, cacheTo, ...flags }: Flags) => {
      const caches = { cache: { from: cacheFrom, to: cacheTo } };
      const options = { ...flags, ...caches, noCache: !cache, containers, buildArgs: buildArg };
      const work = async () => runBuild(options, await shell.world());
      await printRecords({ json, shell, work });
    });
}
