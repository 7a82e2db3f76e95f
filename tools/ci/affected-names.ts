import { containers, environments, type EnvironmentName } from '@slipway/environments';

/** Environments among the projects that a target is affected of. */
export function environmentsIn(projects: readonly string[] = []): EnvironmentName[] {
  return (Object.keys(environments) as EnvironmentName[]).filter((name) => projects.includes(name));
}

/** Containers among them. */
export function containersIn(projects: readonly string[] = []): string[] {
  return Object.keys(containers).filter((name) => projects.includes(name));
}
