/** An example of a document. */
export interface CodeBlock {
  readonly code: string;
  /** Resource types that the page says the example becomes. */
  readonly resources: readonly string[];
}

/** The TypeScript blocks of a page, each with the resource types of the page's line `Terraform: ...`. */
export function codeBlocks(markdown: string): CodeBlock[] {
  const line = /^Terraform: .*$/m.exec(markdown)?.[0] ?? '';
  const resources = [...line.matchAll(/`(\w+)`/g)].map(([, type = '']) => type);
  return [...markdown.matchAll(/^```ts\n(.*?)^```$/gms)].map(([, code = '']) => ({ code, resources }));
}
