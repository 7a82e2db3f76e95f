/** A row of a table: its cells by the headings of their columns. */
export type TableRow = Readonly<Record<string, string>>;

/** The rows of all tables of a Markdown text, in its order. */
export function markdownTables(text: string): TableRow[] {
  const rows: TableRow[] = [];
  let headings: readonly string[] | undefined;
  for (const line of text.split('\n')) {
    if (!line.startsWith('|')) headings = undefined;
    else if (headings === undefined) headings = cells(line);
    else if (!/^[|\s:-]+$/.test(line)) rows.push(row(headings, cells(line)));
  }
  return rows;
}

function cells(line: string): string[] {
  return line
    .split(/(?<!\\)\|/)
    .slice(1, -1)
    .map((cell) => cell.trim().replaceAll(String.raw`\|`, '|'));
}

function row(headings: readonly string[], values: readonly string[]): TableRow {
  return Object.fromEntries(headings.map((heading, index) => [heading, values[index] ?? '']));
}

/** The texts in backticks of a cell. */
export function codes(cell = ''): string[] {
  return [...cell.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code);
}
