import type { Progress } from './progress.ts';

/** Progress as lines that only ever get more: for logs and CI. */
export function plainProgress(write: (text: string) => void): Progress {
  return {
    during: async (title, work) => {
      write(`${title}\n`);
      return work((line) => {
        write(`  ${line}\n`);
      });
    },
    warn: (message) => {
      write(`warning: ${message}\n`);
    },
  };
}
