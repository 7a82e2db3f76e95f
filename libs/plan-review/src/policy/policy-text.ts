import { childOf } from '../change/read-value.ts';

/** Whether a text is a policy of AWS: JSON with statements, whatever is escaped in it. What only begins like one counts, too. */
export function isPolicyText(text: string): boolean {
  const trimmed = text.replace(/^\uFEFF/, '').trimStart();
  if (!trimmed.startsWith('{')) return false;
  if (trimmed.includes('"Statement"')) return true;
  // Without an escape, its name would stand there.
  if (!trimmed.includes('\\u')) return false;
  try {
    return childOf(JSON.parse(trimmed), 'Statement') !== undefined;
  } catch {
    return false;
  }
}
