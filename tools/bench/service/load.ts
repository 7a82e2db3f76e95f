import autocannon from 'autocannon';

export interface Load {
  /** Good answers for each second. */
  readonly rate: number;
  /** Milliseconds, the 99th percentile. */
  readonly p99: number;
}

const CLIENTS = 64;
/** Seconds that a client waits: what takes long counts as long, not as failed. */
const PATIENCE = 60;

/** 64 clients that ask as fast as they are answered, for some seconds. @throws Error when an answer isn't 200 */
export async function load(url: string, { body, seconds }: { body: string; seconds: number }): Promise<Load> {
  const result = await autocannon({
    url,
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
    connections: CLIENTS,
    timeout: PATIENCE,
    duration: seconds,
  });
  const { errors, timeouts, non2xx } = result;
  if (errors + timeouts + non2xx > 0)
    throw new Error(`"${url}": ${errors} errors, ${timeouts} timeouts and ${non2xx} answers that are not 2xx`);
  return { rate: result['2xx'] / result.duration, p99: result.latency.p99 };
}

/** Seconds that one request takes a client that waits for each answer: the least of several. autocannon ends on whole seconds only. */
export async function secondsOfOne(url: string, { body, times }: { body: string; times: number }): Promise<number> {
  let least = Infinity;
  for (let time = 0; time < times; time += 1) {
    const before = performance.now();
    const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
    await response.arrayBuffer();
    if (!response.ok) throw new Error(`"${url}" answered ${response.status}`);
    least = Math.min(least, (performance.now() - before) / 1000);
  }
  return least;
}
