/** Characters of a value that a message shows. */
const SHOWN = 60;

/** A value as it may stand in a message: short, and without characters that a terminal obeys. What is nested is only named: it may be deep. */
export function shown(value: unknown): string {
  if (value === undefined) return 'missing';
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === 'object' && value !== null) return 'an object';
  const text = typeof value === 'number' || typeof value === 'string' ? `${value}` : JSON.stringify(value);
  const printable = text
    .slice(0, SHOWN)
    .replaceAll(/[^\x20-\x7e]/g, '?')
    .replaceAll('"', "'");
  return text.length > SHOWN ? `${printable}...` : printable;
}
