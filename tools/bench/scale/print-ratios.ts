import Table from 'cli-table3';

/** Prints each contender's least user CPU, and how many times the first one's it is. */
export function printRatios(least: ReadonlyMap<string, number>): void {
  const [own = NaN] = least.values();
  const table = new Table({ head: ['synthesis', 'least user CPU', 'times slipway'], style: { head: [], border: [] } });
  for (const [name, seconds] of least) {
    table.push([name, `${seconds.toFixed(2)} s`, `${(seconds / own).toFixed(2)}x`]);
  }
  process.stdout.write(`${table.toString()}\n`);
}
