/** What the engine gets to see of a folder, after `.dockerignore`. */
export interface BuildContext {
  readonly folder: string;
  /** Text of the Dockerfile in it. */
  readonly dockerfile: string;
  /** Sorted by path, every folder before what is in it. */
  readonly entries: readonly ContextEntry[];
}

export type ContextEntry =
  /** `path` is relative to the folder, with `/`. */
  | { readonly type: 'folder'; readonly path: string }
  | { readonly type: 'link'; readonly path: string; readonly target: string }
  | ContextFile;

export interface ContextFile {
  readonly type: 'file';
  readonly path: string;
  readonly executable: boolean;
  readonly bytes: number;
  readonly sha256: string;
}

/** The mode that an entry has in the context. Git keeps only the executable bit, so nothing else of a checkout's modes counts. */
export function modeOf(entry: ContextEntry): number {
  return entry.type === 'file' && !entry.executable ? 0o644 : 0o755;
}
