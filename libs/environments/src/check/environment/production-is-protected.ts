import { error, type LocalFinding } from '@slipway/findings';
import type { EnvironmentSpec } from '../../spec/environment-spec.ts';

const PRODUCTION = /^(prod|production|live)\d*$/;

export function productionIsProtected({ name, deletion }: EnvironmentSpec): LocalFinding[] {
  if (deletion === 'protected' || !PRODUCTION.test(name)) return [];
  return [
    error('production-not-protected', {
      path: 'deletion',
      message: `is "disposable" in "${name}": a plan could destroy its repositories with their images`,
      fix: "use 'protected'",
    }),
  ];
}
