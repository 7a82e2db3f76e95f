/** The folders that the Mermaid diagrams of a page draw: the texts of their square nodes, `A["one, another"]`. */
export function diagramFolders(markdown: string): string[] {
  const diagrams = [...markdown.matchAll(/^```mermaid\n(.*?)^```$/gms)].map(([, text = '']) => text).join('\n');
  return [...diagrams.matchAll(/\w\["(?<names>[^"]+)"\]/g)].flatMap(([, names = '']) => names.split(', '));
}
