import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { docker, tryDocker, type Variables } from './docker.ts';
import { until } from './until.ts';

export interface ModelInUse {
  readonly version: string;
  readonly last_refresh_problem: string | null;
}

export interface Prediction {
  readonly label: string;
  readonly probability: number;
  readonly model_version: string;
}

/** What is asked, always the same: a household that buys on discount nearly always. */
const REQUEST = { features: { SPEND: 100, UNITS: 5, VISITS: 2, DISCOUNT_SHARE: 0.95 }, customer_id: 'c-1' };

/** Looks at the bucket as often as it may; a drain that outlasts what is asked meanwhile, on a slow machine too. */
const TIMES = { MODEL_REFRESH_SECONDS: '1', DRAIN_SECONDS: '10' };

/** As image-builder's deployments run it: nothing can be written but /tmp, nothing can be gained. */
const CONFINED = ['--read-only', '--tmpfs', '/tmp', '--cap-drop', 'ALL', '--security-opt', 'no-new-privileges'];

/** A container of the prediction API. */
export class Api {
  readonly url: string;
  readonly #environment: Variables;
  readonly #id: string;

  private constructor(environment: Variables, at: { readonly id: string; readonly url: string }) {
    this.#environment = environment;
    this.#id = at.id;
    this.url = at.url;
  }

  /** Starts it; it may not be ready yet. */
  static async start(environment: Variables, image: string, variables: Variables): Promise<Api> {
    const port = String(await freePort());
    const settings = { ...variables, ...TIMES, HOST: '127.0.0.1', PORT: port };
    const args = ['run', '--detach', '--network', 'host', ...CONFINED, image];
    const { stdout } = await docker(environment, { args, variables: settings });
    return new Api(environment, { id: stdout.trim(), url: `http://127.0.0.1:${port}` });
  }

  /** Status of /ready; undefined while nothing answers. */
  async ready(): Promise<number | undefined> {
    const answer = await fetch(`${this.url}/ready`).catch(() => undefined);
    await answer?.arrayBuffer();
    return answer?.status;
  }

  async model(): Promise<ModelInUse> {
    return (await (await fetch(`${this.url}/model`)).json()) as ModelInUse;
  }

  async predict(): Promise<Prediction> {
    const answer = await this.ask();
    if (answer.status !== 200) throw new Error(await answer.text());
    return (await answer.json()) as Prediction;
  }

  async ask(): Promise<Response> {
    const headers = { 'content-type': 'application/json' };
    return await fetch(`${this.url}/predict`, { method: 'POST', headers, body: JSON.stringify(REQUEST) });
  }

  async untilServes(version: string): Promise<void> {
    await until(`${version} is served`, async () => ((await this.model()).version === version ? true : undefined));
  }

  /** How many looks at the bucket ended so. */
  async refreshes(outcome: string): Promise<number> {
    const text = await (await fetch(`${this.url}/metrics`)).text();
    const [, value = '0'] =
      new RegExp(`^model_refreshes_total\\{outcome="${outcome}"\\} (\\S+)$`, 'm').exec(text) ?? [];
    return Number(value);
  }

  /** Whether a line of its log, which is one JSON object a line, has this message about this problem. */
  async hasLogged(message: string, problem: string): Promise<boolean> {
    const { all } = await docker(this.#environment, { args: ['logs', this.#id] });
    const lines = all.split('\n').map((line) => JSON.parse(line) as Record<string, unknown>);
    return lines.some((line) => line['message'] === message && line['problem'] === problem);
  }

  /** User ids of its processes. */
  async users(): Promise<readonly string[]> {
    const { stdout } = await docker(this.#environment, { args: ['top', this.#id, '-eo', 'uid,pid'] });
    return stdout
      .split('\n')
      .slice(1)
      .map((line) => line.trim().split(/\s+/)[0] ?? '');
  }

  async terminate(): Promise<void> {
    await docker(this.#environment, { args: ['kill', '--signal', 'TERM', this.#id] });
  }

  /** Waits until it has ended by itself. */
  async exitCode(): Promise<number> {
    return Number((await docker(this.#environment, { args: ['wait', this.#id] })).stdout);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await tryDocker(this.#environment, { args: ['rm', '--force', this.#id] });
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}
