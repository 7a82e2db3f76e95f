import { visibleText } from './visible-text.ts';

/** One JSON document. JSON itself lets some characters through that terminals obey: here they are escapes, which read back as the same text. */
export function renderJson(document: object): string {
  const lines = JSON.stringify(document, null, 2).split('\n');
  return `${lines.map(visibleText).join('\n')}\n`;
}
