import { visibleText } from '@slipway/cli';

/** Words within HTML in Markdown, such as the title of what is folded up: no tag, no entity, no mention. */
export function htmlWords(text: string): string {
  const escaped = visibleText(text).replaceAll(/[&<>"'`*_[\]\\~]/g, (character) => `&#${character.charCodeAt(0)};`);
  return escaped.replaceAll('@', '@<!-- -->');
}
