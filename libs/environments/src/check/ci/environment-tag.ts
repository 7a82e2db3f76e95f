import { error, type LocalFinding } from '@slipway/findings';
import type { EnvironmentSpec } from '../../spec/environment-spec.ts';

/** The role that applies may manage the KMS keys with the environment's own tag, and no other: keys have no names. */
export function environmentTag({ name, tags, registries, ci }: EnvironmentSpec): LocalFinding[] {
  const applies = ci?.roles.some(({ verb }) => verb === 'apply') ?? false;
  const hasKey = registries.some(({ key }) => key !== undefined);
  if (!applies || !hasKey || tags['Environment'] === name) return [];
  return [
    error('ci-environment-tag', {
      message: `the tag "Environment" is "${tags['Environment'] ?? ''}", so the apply role could not manage the keys of "${name}"`,
      fix: `set the environment's tag Environment to '${name}'`,
    }),
  ];
}
