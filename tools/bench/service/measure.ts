import type { Api } from './api.ts';
import { load, secondsOfOne } from './load.ts';
import type { Spreads } from './spreads.ts';

const ROW = { features: { SPEND: 100.0, UNITS: 5.0, VISITS: 2.0 }, customer_id: 'c-1' };
const ROWS = 1000;
const SECONDS = 10;

/** Everything about one running service, which is ended then. Only ours answers batches. */
export async function measure(name: 'ours' | 'seeds', api: Api, spreads: Spreads): Promise<void> {
  const take = (what: string, value: number) => {
    spreads.take(`${name}: ${what}`, value);
  };
  try {
    take('start to ready, s', api.startSeconds);
    take('memory at rest, MB', (await api.residentBytes()) / 1e6);
    const single = { url: `${api.url}/predict`, body: JSON.stringify(ROW) };
    await load(single.url, { body: single.body, seconds: 2 });
    const { rate, p99 } = await load(single.url, { body: single.body, seconds: SECONDS });
    take('requests per second', rate);
    take('p99 with 64 clients, ms', p99);
    if (name === 'ours') await measureBatches(api, rate, take);
  } finally {
    await api.stop();
  }
}

/** A thousand rows in requests and in a batch, each of 64 clients at once; and a batch of a client that is alone. */
async function measureBatches(api: Api, rate: number, take: (what: string, value: number) => void): Promise<void> {
  const batch = { url: `${api.url}/predict/batch`, body: JSON.stringify({ rows: Array(ROWS).fill(ROW) }) };
  take('1,000 requests, s', ROWS / rate);
  take('batch of 1,000, s', 1 / (await load(batch.url, { body: batch.body, seconds: SECONDS })).rate);
  take('batch of 1,000 alone, s', await secondsOfOne(batch.url, { body: batch.body, times: 20 }));
}
