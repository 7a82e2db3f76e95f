import type { Tree } from '@nx/devkit';

interface Addition {
  /** Environment that is there, whose entries are the pattern. */
  readonly model: string;
  readonly name: string;
  readonly account: string;
}

/** Adds an environment to every matrix of a workflow that has another one. @throws Error when there is no such matrix */
export function addToMatrices(tree: Tree, file: string, { model, name, account }: Addition): void {
  const text = tree.read(file, 'utf8') ?? '';
  const entry = new RegExp(String.raw`^( +)- environment: ${model}\n(?:\1  .*\n)+`, 'gm');
  const added = text.replace(entry, (found) => found + entryLike(found, { model, name, account }));
  if (added === text)
    throw new Error(
      `"${file}" has no matrix with "environment: ${model}"\nfix: restore it, or write the entries by hand`,
    );
  tree.write(file, added);
}

function entryLike(entry: string, { model, name, account }: Addition): string {
  return entry.replace(`environment: ${model}`, `environment: ${name}`).replaceAll(/\b\d{12}\b/g, account);
}
