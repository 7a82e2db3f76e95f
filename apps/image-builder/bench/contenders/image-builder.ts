import { join } from 'node:path';
import { timed } from '../timed.ts';
import type { Time } from '../timed.ts';
import type { Contender, Target } from './contender.ts';

const MAIN = join(import.meta.dirname, '..', '..', 'bin', 'image-builder.ts');

export interface ImageBuilder extends Contender {
  /** Builds and pushes, pipelined. Without names: everything. */
  readonly publish: (target: Target, container?: string) => Promise<Time>;
}

/** Ours, as `npx image-builder` starts it. */
export function imageBuilder(workspace: string, variables: Readonly<Record<string, string>>): ImageBuilder {
  const run = (words: readonly string[], target?: Target) =>
    timed({
      command: [process.execPath, MAIN, ...words],
      cwd: workspace,
      env: { ...variables, ...target?.variables },
    });
  return {
    name: 'image-builder',
    build: (container) => run(['build', container]),
    push: (container, target) => run(['push', container, '--env', 'dev'], target),
    publish: (target, container = '--all') => run(['publish', container, '--env', 'dev'], target),
  };
}
