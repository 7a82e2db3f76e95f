import { visibleText } from './visible-text.ts';

/** Words in Markdown that mean themselves: no markup, link, HTML or mention, wherever they stand. */
export function markdownWords(text: string): string {
  return visibleText(text)
    .replaceAll(/[\\`*_{}[\]<>#|~&!$]/g, String.raw`\$&`)
    .replaceAll('://', String.raw`:\//`)
    .replaceAll(/(?<=\b)www\./gi, String.raw`www\.`)
    .replaceAll('@', '@<!-- -->')
    .replace(/^(\s*)([-+=]|\d+[.)](?=\s|$))/, (_, space: string, marker: string) => `${space}${escapedMarker(marker)}`);
}

/** A code span that holds exactly `text`: its fence is longer than any run of backticks inside (CommonMark, "Code spans"). */
export function markdownCode(text: string): string {
  const visible = visibleText(text);
  if (visible === '') return '';
  const longest = Math.max(0, ...[...visible.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const space = /^[` ]|[` ]$/.test(visible) ? ' ' : '';
  return `${fence}${space}${visible}${space}${fence}`;
}

/** A list marker at the beginning of a line: its last character is escaped. */
function escapedMarker(marker: string): string {
  return `${marker.slice(0, -1)}\\${marker.slice(-1)}`;
}
