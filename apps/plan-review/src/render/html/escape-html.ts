import { visibleText } from '@slipway/cli';

/** A text as it is, within an element or an attribute in quotation marks. */
export function escapeHtml(text: string): string {
  return visibleText(text).replaceAll(/[&<>"'`]/g, (character) => `&#${character.charCodeAt(0)};`);
}
