/** An instruction of a Dockerfile on one line, such as `{ name: 'FROM', rest: 'debian AS base' }`. */
export interface Instruction {
  /** Upper case. */
  readonly name: string;
  readonly rest: string;
}

/** The instructions of a Dockerfile, with continued lines joined and comments and here-documents left out. */
export function dockerfileLines(text: string): Instruction[] {
  const lines = text.split(/\r?\n/).filter((line) => !/^\s*#/.test(line));
  const instructions: Instruction[] = [];
  while (lines.length > 0) {
    const [name = '', ...words] = takeLogicalLine(lines).trim().split(/\s+/);
    const rest = words.join(' ');
    skipHereDocuments(lines, rest);
    if (name !== '') instructions.push({ name: name.toUpperCase(), rest });
  }
  return instructions;
}

function takeLogicalLine(lines: string[]): string {
  const line = lines.shift() ?? '';
  return /\\\s*$/.test(line) ? line.replace(/\\\s*$/, ' ') + takeLogicalLine(lines) : line;
}

function skipHereDocuments(lines: string[], rest: string): void {
  for (const [, , end] of rest.matchAll(/<<-?(["']?)([A-Za-z_]\w*)\1/g)) {
    while (lines.length > 0 && lines.shift()?.trim() !== end);
  }
}
