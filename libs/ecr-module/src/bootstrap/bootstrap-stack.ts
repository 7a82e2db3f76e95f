import { ciRolePolicies, ledgerReaders, stateKey, type CiSpec, type EnvironmentSpec } from '@slipway/environments';
import { IamOpenidConnectProvider, TerraformOutput, TerraformStack, type Construct } from '../cdktf.ts';
import { accountProvider } from '../stack/account-provider.ts';
import { stateBackend } from '../stack/state-backend.ts';
import { CiRole } from './ci-role.ts';
import { StateBucket } from './state-bucket.ts';

export interface BootstrapStackOptions {
  /** All environments: a role that promotes pulls from the one before. */
  readonly environments: readonly EnvironmentSpec[];
  /** Address the state bucket by path. @default false */
  readonly pathStyleState?: boolean;
}

/** What an environment's account needs before its first deploy: the state bucket, and the roles that CI assumes. */
export class BootstrapStack extends TerraformStack {
  /** @param spec sound according to `checkEnvironment` */
  constructor(scope: Construct, spec: EnvironmentSpec, options: BootstrapStackOptions) {
    const name = bootstrapStackName(spec.name);
    super(scope, name);
    stateBackend(this, { ...spec.state, key: stateKey(name), pathStyle: options.pathStyleState ?? false });
    accountProvider(this, spec);
    const ledger = { environment: spec.name, readers: ledgerReaders(spec, options.environments) };
    new StateBucket(this, 'state', { ...spec.state, ledger });
    if (spec.ci !== undefined) this.#roles(spec.ci, spec, options.environments);
  }

  #roles(ci: CiSpec, spec: EnvironmentSpec, environments: readonly EnvironmentSpec[]): void {
    const provider = ci.github.provider === 'create' ? gitHubProvider(this) : undefined;
    const arns = ci.roles.map((role) => {
      const made = new CiRole(this, role.name, { role, provider, ...ciRolePolicies(role, spec, environments) });
      return [role.name, made.arn] as const;
    });
    new TerraformOutput(this, 'role_arns', { value: Object.fromEntries(arns), staticId: true });
  }
}

/** Name of the bootstrap stack of an environment, for `cdktf deploy`. */
export function bootstrapStackName(environment: string): string {
  return `bootstrap-${environment}`;
}

/** AWS trusts GitHub's certificate by its own store since 2023, so no thumbprint is kept here. */
function gitHubProvider(scope: Construct): IamOpenidConnectProvider {
  return new IamOpenidConnectProvider(scope, 'github', {
    url: 'https://token.actions.githubusercontent.com',
    clientIdList: ['sts.amazonaws.com'],
    lifecycle: { preventDestroy: true },
  });
}
