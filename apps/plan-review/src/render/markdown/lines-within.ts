/** Lines of each item in turn, until they are longer than `limit`: then the text is too long already, and the rest is not written. */
export function linesWithin<T>(
  items: readonly T[],
  { limit, write }: { readonly limit: number; readonly write: (item: T) => readonly string[] },
): string[] {
  const lines: string[] = [];
  let length = 0;
  for (const item of items) {
    if (length > limit) break;
    for (const line of write(item)) {
      lines.push(line);
      length += line.length;
    }
  }
  return lines;
}
