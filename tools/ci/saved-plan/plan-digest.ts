import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { CiFailure } from '../ci-failure.ts';

/** SHA-256 of a saved plan, in hex. @throws CiFailure where there is none */
export async function planDigest(file: string): Promise<string> {
  const plan = await readFile(file).catch((cause: unknown) => {
    throw new CiFailure(2, `there is no saved plan '${file}'\nfix: plan first, by npx nx plan <environment>`, {
      cause,
    });
  });
  return createHash('sha256').update(plan).digest('hex');
}
