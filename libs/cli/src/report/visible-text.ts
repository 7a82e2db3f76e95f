/** Characters that a terminal or a browser obeys instead of showing: controls, and those that reorder or hide text. */
// eslint-disable-next-line no-control-regex -- control characters are what it is about
const OBEYED = /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/g;

/** Text whose every character can be seen: tags, policies and messages come from outside, and may hold escape sequences. */
export function visibleText(text: string): string {
  return text.replaceAll(OBEYED, (character) => {
    const code = character.charCodeAt(0).toString(16).padStart(4, '0');
    return `\\u${code}`;
  });
}
