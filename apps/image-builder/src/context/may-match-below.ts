/**
 * Whether a `.dockerignore` pattern could match something below a folder. Never wrong with "no"; a segment with a
 * wildcard counts as a match. It spares listing folders such as `.venv`, which hold thousands of files.
 */
export function mayMatchBelow(pattern: string, folder: string): boolean {
  const wanted = segments(pattern);
  for (const [index, name] of segments(folder).entries()) {
    const segment = wanted[index];
    if (segment === undefined || segment === '**') return true;
    if (!/[*?[\\]/.test(segment) && segment !== name) return false;
  }
  return true;
}

function segments(path: string): string[] {
  return path
    .trim()
    .split('/')
    .filter((part) => part !== '' && part !== '.');
}
