import {
  grantsOf,
  stateKey,
  type EnvironmentSpec,
  type RegistrySpec,
  type RepositorySpec,
} from '@slipway/environments';
import type { Finding } from '@slipway/findings';
import { AwsProvider, TerraformStack, type Construct } from '../cdktf.ts';
import { Registry } from '../registry/registry.ts';
import { CHECKED } from '../repository/lint-at-synth.ts';
import { annotate } from './annotate.ts';
import { environmentOutputs, type DeclaredRepository } from './environment-outputs.ts';
import { replicaUrls } from './replica-urls.ts';
import { stateBackend } from './state-backend.ts';
import { undeclaredGuard } from './undeclared-guard.ts';

export interface EnvironmentStackOptions {
  /** Address S3 as `<endpoint>/<bucket>`, as emulators and private endpoints need it. @default false */
  readonly pathStyleState?: boolean;
  /** Warnings of `checkEnvironment`, kept with the stack for whoever reads it. @default none */
  readonly warnings?: readonly Finding[];
}

/** The Terraform stack of one environment: its provider, state, registries and outputs. */
export class EnvironmentStack extends TerraformStack {
  /** @param spec sound according to `checkEnvironment` */
  constructor(scope: Construct, spec: EnvironmentSpec, options: EnvironmentStackOptions = {}) {
    super(scope, spec.name);
    this.node.setContext(CHECKED, true);
    stateBackend(this, { ...spec.state, key: stateKey(spec.name), pathStyle: options.pathStyleState ?? false });
    new AwsProvider(this, 'aws', {
      region: spec.region,
      allowedAccountIds: [spec.account],
      defaultTags: [{ tags: { ...spec.tags } }],
    });
    const repositories = spec.registries.flatMap((registry) => this.#registry(registry, spec));
    environmentOutputs(this, repositories);
    annotate(this, options.warnings ?? []);
  }

  /** This stack refers to no other: cdktf's run in search of such references, a fifth of a synthesis, would find nothing. */
  override prepareStack(): void {
    this.ensureBackendExists();
  }

  #registry({ repositories, ...settings }: RegistrySpec, environment: EnvironmentSpec): DeclaredRepository[] {
    const { account, deletion } = environment;
    const registry = new Registry(this, settings.region, { ...settings, account });
    if (deletion === 'protected') undeclaredGuard(registry, 'Undeclared', { ...settings, repositories });
    return repositories.map((spec) => ({
      repository: repositoryOf(spec, registry, deletion),
      replicaUrls: replicaUrls(spec.name, settings, account),
    }));
  }
}

function repositoryOf(spec: RepositorySpec, registry: Registry, deletion: EnvironmentSpec['deletion']) {
  return registry.repository(spec.name, { deletion, ...spec }).grant(grantsOf(spec.access));
}
