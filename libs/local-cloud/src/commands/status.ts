import { cloudStatus } from '../cloud-status.ts';
import type { ComponentStatus } from '../cloud-status.ts';

export interface StatusCommandOptions {
  readonly root: string;
  readonly json?: boolean;
}

/** Says how every component is. The exit code is 0 only when all work. */
export async function status({ root, json = false }: StatusCommandOptions): Promise<void> {
  const found = await cloudStatus(root);
  if (!found.healthy) process.exitCode = 1;
  if (json) console.log(JSON.stringify(found, null, 2));
  else if (found.components.length === 0) console.log('the local cloud was never up here: run `npx local-cloud up`');
  else console.log([...found.components.map(line), ...summary(found.healthy, found.endpoint)].join('\n'));
}

function line({ name, healthy, pid, port, log }: ComponentStatus): string {
  const where = [pid === undefined ? '' : `pid ${pid}`, port === undefined ? '' : `port ${port}`].filter(
    (part) => part !== '',
  );
  return `${name.padEnd(9)} ${(healthy ? 'healthy' : pid === undefined ? 'not running' : 'not answering').padEnd(14)} ${where.join(', ').padEnd(24)} ${log}`;
}

function summary(healthy: boolean, endpoint: string | undefined): readonly string[] {
  return [
    healthy ? `all healthy at ${endpoint ?? ''}` : 'not all healthy: `npx local-cloud up` starts what is missing',
  ];
}
