import { compilePattern } from './compile-pattern.ts';

/**
 * Whether a scanning filter matches a repository name: `*` is zero or more characters, and a filter without one matches every name that
 * contains it (ECR user guide, "Filters to choose which repositories are scanned").
 */
export function scanningFilter(filter: string): (repositoryName: string) => boolean {
  return filter.includes('*') ? compilePattern(filter) : (name) => name.includes(filter);
}
