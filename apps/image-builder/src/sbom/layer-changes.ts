/** What a layer does to the files below it (OCI image spec, layer changesets). */
export interface LayerChanges {
  /** Contents of the files that were asked for. */
  readonly files: ReadonlyMap<string, Buffer>;
  /** Paths that are gone or replaced, with everything below them. */
  readonly removed: ReadonlySet<string>;
  /** Folders whose earlier content is gone. */
  readonly emptied: ReadonlySet<string>;
}

/** The files after a layer: what it removes was there before it, never in itself. */
export function applyLayer(before: ReadonlyMap<string, Buffer>, changes: LayerChanges): Map<string, Buffer> {
  const left = [...before].filter(([path]) => !isRemoved(path, changes));
  return new Map([...left, ...changes.files]);
}

function isRemoved(path: string, { removed, emptied }: LayerChanges): boolean {
  if (removed.has(path)) return true;
  const folders = parents(path);
  return folders.some((folder) => removed.has(folder) || emptied.has(folder));
}

/** All folders above a path, the root (`''`) included. */
function parents(path: string): string[] {
  const names = path.split('/').slice(0, -1);
  return ['', ...names.map((_, index) => names.slice(0, index + 1).join('/'))];
}
