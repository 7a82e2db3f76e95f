/**
 * Whether a scanning filter matches a repository name: `*` is zero or more characters, and a filter without one matches every name that
 * contains it (ECR user guide, "Filters to choose which repositories are scanned").
 */
export function scanningFilter(filter: string): (repositoryName: string) => boolean {
  const parts = filter.split('*');
  if (parts.length === 1) return (name) => name.includes(filter);
  const literal = parts.map((part) => part.replaceAll(/[.\\+?^${}()|[\]]/g, String.raw`\$&`));
  const pattern = new RegExp(`^${literal.join('.*')}$`);
  return (name) => pattern.test(name);
}
