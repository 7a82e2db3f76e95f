/** The TypeScript examples of a page, or its blocks of another language, in its order. */
export function codeBlocks(markdown: string, language: 'ts' | 'sh' = 'ts'): string[] {
  return [...markdown.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, 'gms'))].map(([, code = '']) => code);
}

/** The types of resources that a page says its example becomes: `aws_...` in the paragraph `Terraform: ...`. `undefined`: it says nothing. */
export function terraformTypes(markdown: string): string[] | undefined {
  const paragraph = /^Terraform: .*?(?=\n\n|\n*$(?![^]))/ms.exec(markdown)?.[0];
  return paragraph === undefined ? undefined : [...paragraph.matchAll(/`(aws_\w+)`/g)].map(([, type = '']) => type);
}

/** Rules that a page names: in backticks, in parentheses. */
export function namedRules(markdown: string): string[] {
  const lists = [...markdown.matchAll(/\((`[a-z]+(?:-[a-z]+)+`(?:,\s+`[a-z]+(?:-[a-z]+)+`)*)\)/g)];
  return lists.flatMap(([, list = '']) => [...list.matchAll(/`([a-z-]+)`/g)].map(([, rule = '']) => rule));
}
