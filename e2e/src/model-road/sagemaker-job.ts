import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { docker, tryDocker, type Variables } from './docker.ts';

export interface SageMakerJob {
  readonly image: string;
  readonly variables: Variables;
  readonly hyperparameters: Readonly<Record<string, string>>;
  /** What the input channel `training` holds as transactions.csv. */
  readonly transactions: string;
}

export interface EndedJob {
  readonly exitCode: number | undefined;
  /** What it printed. */
  readonly all: string;
  /** Files at the top of /opt/ml/model, by name. */
  readonly model: ReadonlyMap<string, Uint8Array>;
  /** Text of /opt/ml/output/failure, if there is one. */
  readonly failure: string | undefined;
}

/**
 * Runs a training image as SageMaker does: the word `train`, hyperparameters and channel below /opt/ml/input, results below
 * /opt/ml/model, the reason of a failure in /opt/ml/output/failure (Amazon SageMaker AI developer guide, "Use your own
 * training algorithms"). The root is read-only beyond that, so a file that is written elsewhere fails the job.
 */
export async function runSageMakerJob(environment: Variables, job: SageMakerJob): Promise<EndedJob> {
  const folder = await mkdtemp(join(tmpdir(), 'sagemaker-'));
  try {
    await layOut(folder, job);
    return await runIn(folder, environment, job);
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function layOut(folder: string, job: SageMakerJob): Promise<void> {
  await mkdir(join(folder, 'input/config'), { recursive: true });
  await mkdir(join(folder, 'input/data/training'), { recursive: true });
  await mkdir(join(folder, 'output'));
  // the user of the image is nobody on this machine
  await chmod(join(folder, 'output'), 0o777);
  await writeFile(join(folder, 'input/config/hyperparameters.json'), JSON.stringify(job.hyperparameters));
  await writeFile(join(folder, 'input/data/training/transactions.csv'), job.transactions);
}

async function runIn(folder: string, environment: Variables, job: SageMakerJob): Promise<EndedJob> {
  const inputs = ['--volume', `${join(folder, 'input')}:/opt/ml/input:ro`];
  const outputs = ['--volume', `${join(folder, 'output')}:/opt/ml/output`, '--volume', '/opt/ml/model'];
  const confined = ['--network', 'host', '--read-only', '--tmpfs', '/tmp'];
  const create = ['create', ...confined, ...inputs, ...outputs, job.image, 'train'];
  const id = (await docker(environment, { args: create, variables: job.variables })).stdout.trim();
  try {
    const { exitCode, all } = await tryDocker(environment, { args: ['start', '--attach', id] });
    await docker(environment, { args: ['cp', `${id}:/opt/ml/model`, join(folder, 'model')] });
    const written = await filesIn(join(folder, 'output'));
    return { exitCode, all, model: await filesIn(join(folder, 'model')), failure: written.get('failure')?.toString() };
  } finally {
    await docker(environment, { args: ['rm', '--force', '--volumes', id] });
  }
}

async function filesIn(folder: string): Promise<Map<string, Buffer>> {
  const entries = await readdir(folder, { withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return new Map(await Promise.all(files.map(async ({ name }) => [name, await readFile(join(folder, name))] as const)));
}
