/** The namespace of a template that serves every repository without a namespace of its own (ECR CreateRepositoryCreationTemplate, prefix). */
export const ROOT_NAMESPACE = 'ROOT';

/** Everything before the last `/` of a repository's name, or `ROOT`: the narrowest creation template that can serve it. */
export function namespaceOf(repositoryName: string): string {
  const end = repositoryName.lastIndexOf('/');
  return end === -1 ? ROOT_NAMESPACE : repositoryName.slice(0, end);
}
