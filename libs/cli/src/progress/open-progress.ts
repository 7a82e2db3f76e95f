import { plainProgress } from './plain-progress.ts';
import type { Progress } from './progress.ts';
import { terminalProgress } from './terminal-progress.ts';

/** Progress on standard error: drawn in a terminal, as lines in CI and in files. */
export function openProgress(env: Readonly<Record<string, string | undefined>>): Progress {
  if (process.stderr.isTTY && !env['CI']) return terminalProgress(process.stderr);
  return plainProgress((text) => process.stderr.write(text));
}
