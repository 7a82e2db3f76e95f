import type { Container, PushTarget } from '../../catalog/catalog.ts';
import { readContainerConfig } from '../../config/read-container-config.ts';
import type { ConfigWorld } from '../../config/read-container-config.ts';
import type { DeployTarget } from '@slipway/deployments';
import { Failure } from '../../failure.ts';

/**
 * Where a container is deployed in an environment.
 * @throws Failure `configuration-invalid` when nothing says where, or pods would get a role of another account
 */
export async function deployTargetOf(
  container: Container,
  { environment, account }: Pick<PushTarget, 'environment' | 'account'>,
  world: ConfigWorld,
): Promise<DeployTarget> {
  const file = `${container.context}/image.json`;
  const target = (await readContainerConfig(world, container.context)).deploy[environment];
  if (target === undefined) {
    const message = `'${file}' doesn't say where '${container.name}' is deployed in '${environment}'`;
    throw invalid(message, `add 'deploy.${environment}' to it; docs/deploy.md lists the fields`);
  }
  if (target.kind === 'eks' && target.role.split(':')[4] !== account) {
    const message = `'${file}' gives the pods in '${environment}' the role '${target.role}', and that environment is account '${account}'`;
    throw invalid(message, `write the role of account ${account}`);
  }
  return target;
}

function invalid(message: string, fix: string): Failure {
  return new Failure({ code: 'configuration-invalid', message, fix });
}
