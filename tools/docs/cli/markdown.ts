/** A text that Markdown shows as it is. */
export function plain(text: string): string {
  return text.replaceAll('<', '&lt;').replaceAll(/[*|]/g, String.raw`\$&`);
}

/** A text in backticks, in a cell of a table. */
export function code(text: string): string {
  return `\`${text.replaceAll('|', String.raw`\|`)}\``;
}

/** A table, or nothing where it has no rows. */
export function table(headings: readonly string[], rows: readonly (readonly string[])[]): string[] {
  if (rows.length === 0) return [];
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [[line(headings), line(headings.map(() => '---')), ...rows.map(line)].join('\n')];
}

/** Lines of a shell, or nothing where there are none. */
export function shellBlock(lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [['```sh', ...lines, '```'].join('\n')];
}
