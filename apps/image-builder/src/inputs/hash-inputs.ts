import type { InputEntry } from '@slipway/images';
import { inputsHash } from '@slipway/images';
import { modeOf } from '../context/build-context.ts';
import type { BuildContext, ContextEntry } from '../context/build-context.ts';
import { PIPELINE_VERSION } from './pipeline-version.ts';

export interface HashedParts {
  readonly container: string;
  readonly context: BuildContext;
  /** Build arguments that decide what is built; never dates or commits. */
  readonly args: Readonly<Record<string, string>>;
  /** Ids of the images that the Dockerfile names, in order. Names may differ between machines and mirrors. */
  readonly baseIds: readonly string[];
}

/** The inputs hash of a container's image. */
export function hashInputs({ container, context, args, baseIds }: HashedParts): string {
  return inputsHash([
    { kind: 'pipeline', name: 'version', value: PIPELINE_VERSION },
    { kind: 'container', name: 'name', value: container },
    ...context.entries.map(contextInput),
    ...Object.entries(args).map(([name, value]) => ({ kind: 'arg', name, value })),
    ...baseIds.map((value, index) => ({ kind: 'base', name: String(index), value })),
  ]);
}

function contextInput(entry: ContextEntry): InputEntry {
  return { kind: 'context', name: entry.path, value: `${entry.type} ${modeOf(entry).toString(8)} ${contentOf(entry)}` };
}

function contentOf(entry: ContextEntry): string {
  switch (entry.type) {
    case 'folder':
      return '';
    case 'link':
      return entry.target;
    case 'file':
      return entry.sha256;
    default:
      return entry satisfies never;
  }
}
