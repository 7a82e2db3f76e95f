/** Commands of a `run` text, as words: one for each line and each side of `&&`, `|` and `;`. */
export function commandsIn(run: string): string[][] {
  return run
    .replaceAll(/\\\n/g, ' ')
    .split(/\n|&&|\|\||[|;]/)
    .map((line) => line.trim().split(/\s+/))
    .filter(([first]) => first !== undefined && first !== '' && !first.startsWith('#'));
}
