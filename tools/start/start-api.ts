import { setTimeout as wait } from 'node:timers/promises';
import { API_CONTAINER } from './container-names.ts';
import { containerVariables } from './container-variables.ts';
import { docker, pinned, pullPinned } from './docker.ts';
import { freePort } from './free-port.ts';
import { imageOf } from './image-of.ts';
import type { Road } from './road.ts';
import { StepFailure } from './step-failure.ts';
import type { Step } from './steps.ts';

const PORT_LABEL = 'dev.slipway.port';
const IMAGE_LABEL = 'dev.slipway.image';
const READY_SECONDS = 60;

/** Starts the API from its digest, or keeps the one that runs when it is the same image. */
export const startApi: Step = async (road, report) => {
  const image = pinned(imageOf(road, 'server'));
  const running = await runningApi(road);
  if (running?.image === image && (await isReady(running.url))) {
    road.api = running.url;
    report(`runs already: ${image}`);
    return;
  }
  await docker(road, { args: ['rm', '--force', API_CONTAINER], next: 'docker ps --all' });
  await pullPinned(road, imageOf(road, 'server'));
  const port = await freePort();
  await docker(road, {
    args: ['run', '--detach', ...options(image, port), image],
    variables: containerVariables(road, { HOST: '127.0.0.1', PORT: String(port) }),
    next: 'npx local-cloud status',
  });
  road.api = `http://127.0.0.1:${port}`;
  await untilReady(road, road.api, report);
};

async function runningApi(road: Road): Promise<{ readonly image: string; readonly url: string } | undefined> {
  const format = `{{.Label "${IMAGE_LABEL}"}} {{.Label "${PORT_LABEL}"}}`;
  const args = ['ps', '--filter', `name=^${API_CONTAINER}$`, '--format', format];
  const [image, port] = (await docker(road, { args, next: 'npx local-cloud status' })).split(' ');
  return image === undefined || port === undefined ? undefined : { image, url: `http://127.0.0.1:${port}` };
}

function options(image: string, port: number): string[] {
  const labels = ['--label', `${IMAGE_LABEL}=${image}`, '--label', `${PORT_LABEL}=${port}`];
  return ['--name', API_CONTAINER, '--network', 'host', '--read-only', '--tmpfs', '/tmp', ...labels];
}

async function untilReady(road: Road, url: string, report: (line: string) => void): Promise<void> {
  for (let second = 0; second < READY_SECONDS; second += 0.5) {
    if (await isReady(url)) return;
    report(`waiting for ${url}/ready`);
    await wait(500, undefined, { signal: road.signal });
  }
  const logs = await docker(road, { args: ['logs', '--tail', '20', API_CONTAINER], next: 'docker ps --all' });
  throw new StepFailure(`the API was not ready within ${READY_SECONDS} s\n${logs}\nnext: docker logs ${API_CONTAINER}`);
}

async function isReady(url: string): Promise<boolean> {
  const response = await fetch(`${url}/ready`, { signal: AbortSignal.timeout(2000) }).catch(() => undefined);
  return response?.ok ?? false;
}
