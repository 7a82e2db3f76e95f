import type { RegistrySpec } from '@slipway/environments';
import { DataAwsEcrRepositories, type Construct } from '../cdktf.ts';

/**
 * Refuses every plan while the registry holds a repository that the spec does not declare. `prevent_destroy` stands in the
 * resource, so Terraform forgets it together with a repository that was renamed in, or taken out of, the spec, and would
 * plan to destroy that repository. This asks ECR instead, in the plan.
 */
export function undeclaredGuard(scope: Construct, id: string, registry: RegistrySpec): void {
  const expected = expectedNames(registry);
  if (expected === undefined) return;
  const undeclared = `[for name in self.names : name if !contains(${hcl(expected.names)}, name) && !anytrue([for start in ${hcl(expected.beginnings)} : startswith(name, start)])]`;
  new DataAwsEcrRepositories(scope, id, {
    region: registry.region,
    lifecycle: {
      postcondition: [
        {
          condition: `\${length(${undeclared}) == 0}`,
          errorMessage: `The registry of ${registry.region} holds repositories that the spec does not declare: \${join(", ", ${undeclared})}. A repository that is renamed in the spec, or taken out of it, would be destroyed with its images. Declare it again under its old name; or declare it with adopt: 'if-exists' if slipway never knew it; or list it in the registry's "unmanaged" if it is to go, or is somebody else's.`,
        },
      ],
    },
  });
}

/** `undefined` where other accounts may replicate repositories of any name into the registry. */
function expectedNames({
  repositories,
  unmanaged = [],
  pullThroughCaches = [],
  replicationSources = [],
}: RegistrySpec) {
  const replicated = replicationSources.map(({ prefixes }) => prefixes);
  const cached = pullThroughCaches.map(({ namespace }) => namespace);
  if (replicated.includes(undefined) || cached.includes('ROOT')) return undefined;
  const beginnings = [
    ...unmanaged.filter((name) => name.endsWith('/')),
    ...replicated.flatMap((prefixes) => prefixes ?? []),
    ...cached.map((namespace) => `${namespace}/`),
  ];
  return {
    names: [...repositories.map(({ name }) => name), ...unmanaged.filter((name) => !name.endsWith('/'))],
    beginnings,
  };
}

/** A list of names as Terraform writes it; names of repositories hold nothing that would have to be escaped. */
function hcl(names: readonly string[]): string {
  return JSON.stringify(names);
}
