/**
 * The API against the service of the original documents (`tools/bench/seeds/server`), alternating in one run: `nx bench server`.
 * Starts with `npm start`, so that our image and a model trained on real data are there. Rounds: the first argument, 3 if none.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { environments } from '@slipway/environments';
import { parseImageRecord } from '@slipway/images';
import { execa } from 'execa';
import { startApi } from './api.ts';
import type { ApiImage } from './api.ts';
import { buildSeeds } from './build-seeds.ts';
import { dockerOf } from './docker.ts';
import { measure } from './measure.ts';
import { printService } from './print-service.ts';
import { Spreads } from './spreads.ts';

const ROUNDS = Number(process.argv[2] ?? 3);
const PREFIX = 'models/retail-price-sensitivity';
const SEEDS = 'slipway-bench/seeds-server';

await execa('node', ['tools/start/main.ts'], { preferLocal: true, stdout: 'ignore', stderr: 'inherit' });
const { stdout } = await execa('local-cloud', ['env', 'dev', '--json'], { preferLocal: true });
const environment = JSON.parse(stdout) as Readonly<Record<string, string>>;
const docker = dockerOf(environment);
const { AWS_ENDPOINT_URL_S3 = '', AWS_ACCESS_KEY_ID = '', AWS_SECRET_ACCESS_KEY = '' } = environment;
const { bucket, region } = environments.dev.models;
const variables = {
  ...{ AWS_ENDPOINT_URL_S3, AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_DEFAULT_REGION: region },
  ...{ MODEL_BUCKET: bucket, MODEL_PREFIX: PREFIX },
};

const ours: ApiImage = { image: await ourImage(), variables };
const seeds: ApiImage = { image: SEEDS, variables };
const spreads = new Spreads();
await buildSeeds({ docker, environment, image: SEEDS, variables, trees: await treesOf(ours) });
for (const [name, { image }] of Object.entries({ ours, seeds }))
  spreads.take(`${name}: image, MB`, Number(await docker(['inspect', '--format', '{{.Size}}', image])) / 1e6);
for (let round = 1; round <= ROUNDS; round += 1) {
  process.stderr.write(`round ${round} of ${ROUNDS}\n`);
  await measure('seeds', await startApi(docker, seeds), spreads);
  await measure('ours', await startApi(docker, ours), spreads);
}
process.stdout.write(printService(spreads));

interface Model {
  readonly manifest: { readonly parameters: Readonly<Record<string, number | undefined>> };
}

async function ourImage(): Promise<string> {
  const parsed = parseImageRecord(await readFile(join('dist', 'images', 'server.dev.json'), 'utf8'));
  if (!('record' in parsed) || parsed.record.pushed === undefined) throw new Error('no image of the server was pushed');
  return `${parsed.record.pushed.uri}@${parsed.record.pushed.digest}`;
}

/** Trees of the model in service, so that both models cost the same. */
async function treesOf(image: ApiImage): Promise<number> {
  const api = await startApi(docker, image);
  try {
    const { manifest } = (await (await fetch(`${api.url}/model`)).json()) as Model;
    const { rounds } = manifest.parameters;
    if (rounds === undefined) throw new Error(`the model says nothing of its rounds: ${JSON.stringify(manifest)}`);
    return rounds;
  } finally {
    await api.stop();
  }
}
