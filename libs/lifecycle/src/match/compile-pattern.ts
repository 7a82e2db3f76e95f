/** Whether a tag is meant. */
export type TagTest = (tag: string) => boolean;

/** Tags that begin with the prefix. */
export function compilePrefix(prefix: string): TagTest {
  return (tag) => tag.startsWith(prefix);
}

/** Tags that match the whole pattern; each `*` is zero or more characters. Linear in the tag for any number of `*`. */
export function compilePattern(pattern: string): TagTest {
  const [start = '', ...rest] = pattern.split('*');
  const end = rest.pop();
  if (end === undefined) return (tag) => tag === pattern;
  if (rest.length === 0 && end === '') return compilePrefix(start);
  return (tag) =>
    tag.length >= start.length + end.length &&
    tag.startsWith(start) &&
    tag.endsWith(end) &&
    containsInOrder(tag.slice(start.length, tag.length - end.length), rest);
}

/** Taking each part as early as it occurs never hides a match of the parts after it. */
function containsInOrder(text: string, parts: readonly string[]): boolean {
  let from = 0;
  for (const part of parts) {
    const at = text.indexOf(part, from);
    if (at < 0) return false;
    from = at + part.length;
  }
  return true;
}
