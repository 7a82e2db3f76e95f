import { Listr, ListrLogger, ProcessOutput } from 'listr2';
import type { ListrDefaultRendererLogLevels } from 'listr2';
import type { Progress } from './progress.ts';

const LINES_SHOWN = 5;

/** Progress that redraws itself in a terminal: the running work with its last lines, what is done on one line each. */
export function terminalProgress(stream: NodeJS.WriteStream): Progress {
  return {
    during: (title, work) => draw({ title, work, stream }),
    warn: (message) => {
      stream.write(`warning: ${message}\n`);
    },
  };
}

interface Drawing<T> {
  readonly title: string;
  readonly work: (say: (line: string) => void) => Promise<T>;
  readonly stream: NodeJS.WriteStream;
}

async function draw<T>({ title, work, stream }: Drawing<T>): Promise<T> {
  const results: T[] = [];
  const tasks = new Listr(
    {
      title,
      task: async (_, task) => {
        results.push(
          await work((line) => {
            task.output = line;
          }),
        );
      },
      rendererOptions: { outputBar: LINES_SHOWN, persistentOutput: false },
    },
    {
      registerSignalListeners: false,
      rendererOptions: {
        // The failure is reported once, in full, by main.ts.
        showErrorMessage: false,
        formatOutput: 'truncate',
        collapseErrors: false,
        logger: new ListrLogger<ListrDefaultRendererLogLevels>({
          useIcons: true,
          processOutput: new ProcessOutput(stream, stream),
        }),
      },
    },
  );
  await tasks.run();
  return results[0] as T;
}
