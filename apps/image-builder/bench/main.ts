/**
 * Builds, pushes and promotes against the docker CLI, in one run: `nx bench image-builder`. It has a local cloud and an
 * engine of its own. Contenders alternate; the least of the rounds counts. Rounds: the first argument, 3 if none.
 */
import { join } from 'node:path';
import { workspaceRoot } from '@slipway/cli';
import { removeFolder, temporaryFolder } from '../src/testing/temporary-folder.ts';
import { startBenchCloud } from './bench-cloud.ts';
import { startBenchRegistry } from './bench-registry.ts';
import { benchWorkspace, secretFiles } from './bench-workspace.ts';
import { cold, forgetBuilds } from './cold.ts';
import type { Contender } from './contenders/contender.ts';
import { dockerCommand } from './contenders/docker-command.ts';
import { imageBuilder } from './contenders/image-builder.ts';
import { dockerProgram } from './docker-program.ts';
import { Least } from './least.ts';
import { promotion } from './promotion.ts';
import { report } from './report.ts';
import { warm } from './warm.ts';

const ROUNDS = Number(process.argv[2] ?? 3);
const ACCOUNT = '111122223333';

const root = await workspaceRoot(import.meta.dirname);
const { variables, programs, down } = await startBenchCloud(root);
process.env['PATH'] = `${process.env['PATH'] ?? ''}:${programs}`;
const folder = await benchWorkspace(root);
const secretsFolder = await temporaryFolder();
const program = await dockerProgram();
const common = { program, variables, secrets: await secretFiles(secretsFolder) };
const ours = imageBuilder(folder, variables);
const scripts = dockerCommand({
  ...common,
  name: 'scripts',
  folder: join(root, 'tools', 'bench', 'seeds'),
  tag: 'seeds',
});
const docker = dockerCommand({ ...common, name: 'docker CLI', folder, tag: 'ours' });
const least = new Least();

/** One contender from nothing, with a registry that is empty. */
async function fromCold(contender: Contender): Promise<void> {
  await forgetBuilds(program, variables);
  const registry = await startBenchRegistry(ACCOUNT);
  const { one, build, push } = await cold(contender, registry).finally(registry.stop);
  least.take(`one, ${contender.name}`, one.wall);
  least.take(`build, ${contender.name}`, build.wall);
  least.take(`push, ${contender.name}`, push.wall);
  if (contender !== ours) least.take(`publish, ${contender.name}`, build.wall + push.wall);
}

/** What `publish` makes of the same, pipelined; then the small changes, while everything is there. */
async function fromPublish(round: number): Promise<void> {
  await forgetBuilds(program, variables);
  const registry = await startBenchRegistry(ACCOUNT);
  try {
    least.take('publish, image-builder', (await ours.publish(registry)).wall);
    for (const container of ['server', 'training'] as const) await docker.build(container);
    await docker.push('server', registry);
    await warm({ ours, theirs: docker, registry, folder, round }, least);
  } finally {
    await registry.stop();
  }
}

try {
  for (let round = 1; round <= ROUNDS; round += 1) {
    process.stderr.write(`round ${round} of ${ROUNDS}\n`);
    for (const contender of [scripts, docker, ours]) await fromCold(contender);
    await fromPublish(round);
  }
  await promotion(ROUNDS, least);
  process.stdout.write(report(least));
} finally {
  await removeFolder(folder);
  await removeFolder(secretsFolder);
  await down();
}
