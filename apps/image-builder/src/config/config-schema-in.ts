import { closest, distance } from 'fastest-levenshtein';
import { containerConfigSchema } from './container-config.ts';
import type { ContainerConfig } from './container-config.ts';

/** The schema of `image.json` in a workspace with these environments: a misspelt one would be a setting that never holds. */
export function configSchemaIn(environments: readonly string[]): typeof containerConfigSchema {
  return containerConfigSchema.superRefine((config, context) => {
    for (const { path, name } of namedIn(config))
      if (!environments.includes(name))
        context.addIssue({ code: 'custom', path: [...path, name], message: unknown(name, environments) });
  });
}

/** Every section that is by environment. */
function namedIn({ tags, deploy, scan }: ContainerConfig) {
  const keys = (path: readonly string[], section: object) => Object.keys(section).map((name) => ({ path, name }));
  return [
    ...keys(['tags', 'environments'], tags.environments),
    ...keys(['deploy'], deploy),
    ...keys(['scan', 'failOn'], scan?.failOn ?? {}),
  ];
}

function unknown(name: string, environments: readonly string[]): string {
  const near = closest(name, environments);
  // A name that shares less than half of its letters with another is no slip of it.
  const isSlip = environments.length > 0 && distance(name, near) <= name.length / 2;
  const known = [...environments].sort().join(', ');
  const words = isSlip ? `: did you mean '${near}'?` : '.';
  return `there is no environment '${name}'${words} There are: ${known}`;
}
