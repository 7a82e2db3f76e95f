import Table from 'cli-table3';
import type { Time } from '../timed.ts';
import { CHANGES } from './changes.ts';

type Times = Readonly<Record<keyof typeof CHANGES, readonly Time[]>>;

/** Prints the least of each, and what share of the full pipeline it is. */
export function printPipelines(times: Times): string {
  const full = least(times.everything);
  const table = new Table({
    head: ['pipeline of a pull request', 'wall', 'of the full one', 'CPU', 'of the full one', 'limit'],
    style: { head: [], border: [] },
  });
  for (const key of ['nothing', 'container', 'everything'] as const) {
    const { wall, cpu } = least(times[key]);
    table.push([
      CHANGES[key].name,
      `${wall.toFixed(1)} s`,
      `${(wall / full.wall).toFixed(2)}x`,
      `${cpu.toFixed(1)} s`,
      `${(cpu / full.cpu).toFixed(2)}x`,
      LIMITS[key],
    ]);
  }
  return `${table.toString()}\n`;
}

const LIMITS = { nothing: '15 s', container: '0.4x', everything: '' } as const;

/** The engine's CPU is not among it: it builds in a process of its own. */
function least(times: readonly Time[]): Pick<Time, 'wall' | 'cpu'> {
  return { wall: Math.min(...times.map(({ wall }) => wall)), cpu: Math.min(...times.map(({ cpu }) => cpu)) };
}
