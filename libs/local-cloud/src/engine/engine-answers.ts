import { docker } from './docker.ts';
import type { Docker } from './docker.ts';

/** Whether an engine answers within five seconds. */
export async function engineAnswers(engine: Docker): Promise<boolean> {
  return (await docker(engine, ['version', '--format', '{{.Server.Version}}'], { within: 5 })).succeeded;
}
