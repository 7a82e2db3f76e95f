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

/** Seconds for that many requests by 64 clients, or by one. */
export async function secondsFor(amount: number, request: { url: string; body: string; clients: number }) {
  const { url, body, clients: connections } = request;
  const before = performance.now();
  const { non2xx, errors } = await autocannon({
    url,
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
    connections,
    amount,
  });
  if (non2xx + errors > 0) throw new Error(`"${url}": ${non2xx + errors} of ${amount} requests failed`);
  return (performance.now() - before) / 1000;
}
