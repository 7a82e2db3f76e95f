/** Where the links of a Markdown text lead to that stay in the repository, in its order: `path`, `path#heading` or `#heading`. */
export function localLinks(markdown: string): string[] {
  const text = markdown.replaceAll(/^```.*?^```$/gms, '').replaceAll(/`[^`\n]*`/g, '');
  return [...text.matchAll(/\]\((?<target>[^)\s]+)\)/g)]
    .map(([, target = '']) => target)
    .filter((target) => !/^[a-z]+:/.test(target));
}

/** What `#` may name in a Markdown text, as GitHub derives it from the headings. */
export function anchors(markdown: string): string[] {
  const text = markdown.replaceAll(/^```.*?^```$/gms, '');
  return [...text.matchAll(/^#+ (?<heading>.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}
