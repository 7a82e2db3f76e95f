import { stateKey, type EnvironmentSpec, type RegistrySpec, type RepositorySpec } from '@slipway/environments';
import { iamRole } from '../access/principal.ts';
import { AwsProvider, TerraformOutput, TerraformStack, type Construct } from '../cdktf.ts';
import { Registry } from '../registry/registry.ts';
import type { Repository } from '../registry/repository.ts';
import { stateBackend } from './state-backend.ts';

export interface EnvironmentStackOptions {
  /** Address S3 as `<endpoint>/<bucket>`, as emulators and private endpoints need it. @default false */
  readonly pathStyleState?: boolean;
}

/** The Terraform stack of one environment: its provider, state, registries and outputs. */
export class EnvironmentStack extends TerraformStack {
  readonly #repositories: Repository[] = [];

  /** @param spec sound according to `checkEnvironment` */
  constructor(scope: Construct, spec: EnvironmentSpec, options: EnvironmentStackOptions = {}) {
    super(scope, spec.name);
    stateBackend(this, { ...spec.state, key: stateKey(spec.name), pathStyle: options.pathStyleState ?? false });
    new AwsProvider(this, 'aws', {
      region: spec.region,
      allowedAccountIds: [spec.account],
      defaultTags: [{ tags: { ...spec.tags } }],
    });
    for (const registry of spec.registries) this.#registry(registry, spec);
    this.#outputs();
  }

  #registry({ repositories, ...settings }: RegistrySpec, environment: EnvironmentSpec): void {
    const registry = new Registry(this, settings.region, { ...settings, account: environment.account });
    for (const spec of repositories) this.#repository(registry, spec, environment);
  }

  #repository(registry: Registry, spec: RepositorySpec, { account, deletion }: EnvironmentSpec): void {
    const { name, access, encryption, tagMutability, lifecycle, scanOnPush, tags } = spec;
    const repository = registry.repository(name, {
      tagMutability,
      lifecycle,
      scanOnPush,
      deletion,
      ...(tags === undefined ? {} : { tags }),
      ...(encryption === 'registry-key' && registry.key !== undefined ? { kmsKeyArn: registry.key.arn } : {}),
    });
    for (const role of access.pull) repository.grantPull(iamRole(account, role));
    for (const role of access.push) repository.grantPush(iamRole(account, role));
    this.#repositories.push(repository);
  }

  #outputs(): void {
    const byName = (value: (repository: Repository) => string) =>
      Object.fromEntries(this.#repositories.map((repository) => [repository.name, value(repository)]));
    new TerraformOutput(this, 'repository_urls', { value: byName(({ url }) => url), staticId: true });
    new TerraformOutput(this, 'repository_arns', { value: byName(({ arn }) => arn), staticId: true });
  }
}
