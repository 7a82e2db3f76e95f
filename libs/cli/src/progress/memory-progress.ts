import { plainProgress } from './plain-progress.ts';
import type { Progress } from './progress.ts';

/** Progress that tests can read. */
export function memoryProgress(): Progress & { readonly lines: readonly string[] } {
  const lines: string[] = [];
  return {
    lines,
    ...plainProgress((text) => {
      lines.push(text.trimEnd());
    }),
  };
}
