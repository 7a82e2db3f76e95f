import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { KubectlImages } from './kubectl-images.ts';

const place = { context: 'shop', namespace: 'apis' };
const { signal } = new AbortController();
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kubectl-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

/** What a program in kubectl's place prints, and how it ends. */
async function printing(text: string, exitCode = 0) {
  const program = join(folder, 'kubectl');
  const script = `#!/bin/sh\necho "$*" > "$0.args"\ncat <<'END'\n${text}\nEND\nexit ${exitCode}\n`;
  await writeFile(program, script, { mode: 0o755 });
  return new KubectlImages(place, { signal, program });
}

it('asks for every workload of the namespace, and for no longer than half a minute', async () => {
  const spec = { containers: [{ image: 'r/api:1' }] };
  const images = await printing(JSON.stringify({ items: [{ kind: 'Pod', spec }] }));
  expect(await images.list()).toEqual([{ source: 'eks', reference: 'r/api:1' }]);
  expect(await readFile(join(folder, 'kubectl.args'), 'utf8')).toMatch(
    /^--context shop --namespace apis get pods,deployments\.apps,.* -o json --request-timeout=30s\n$/,
  );
});

it.each([
  ['what is no JSON', 'No resources found', 0],
  ['workloads that have no kind', '{"items":[{}]}', 0],
  ['a refusal', 'Error from server (Forbidden)', 1],
])('fails for %s', async (_, text, exitCode) => {
  await expect((await printing(text, exitCode)).list()).rejects.toMatchObject({ code: 'cluster-failed' });
});

it('says that there is no kubectl', async () => {
  const images = new KubectlImages(place, { signal, program: join(folder, 'none') });
  await expect(images.list()).rejects.toMatchObject({ code: 'tool-missing' });
});
