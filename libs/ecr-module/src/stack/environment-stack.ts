import {
  grantsOf,
  stateKey,
  type EnvironmentSpec,
  type RegistrySpec,
  type RepositorySpec,
} from '@slipway/environments';
import type { Finding } from '@slipway/findings';
import { TerraformStack, type Construct } from '../cdktf.ts';
import { PublicRepository } from '../public/public-repository.ts';
import { Registry } from '../registry/registry.ts';
import { CHECKED } from '../repository/lint-at-synth.ts';
import { accountProvider } from './account-provider.ts';
import { annotate } from './annotate.ts';
import { environmentOutputs, type DeclaredRepository } from './environment-outputs.ts';
import { replicasIn } from './replicas-in.ts';
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
    accountProvider(this, spec);
    const declared = spec.registries.map((registry) => this.#registry(registry, spec));
    environmentOutputs(this, {
      registries: declared.map(({ registry }) => registry),
      repositories: declared.flatMap(({ repositories }) => repositories),
      publicRepositories: this.#publicRepositories(spec),
    });
    annotate(this, options.warnings ?? []);
  }

  /** This stack refers to no other: cdktf's run in search of such references, a fifth of a synthesis, would find nothing. */
  override prepareStack(): void {
    this.ensureBackendExists();
  }

  #registry(spec: RegistrySpec, environment: EnvironmentSpec): DeclaredRegistry {
    const { account, deletion } = environment;
    const { repositories } = spec;
    const registry = new Registry(this, spec.region, { ...spec, account, environment, replicated: repositories });
    if (deletion === 'protected') {
      const unmanaged = [...(spec.unmanaged ?? []), ...replicasIn(spec.region, environment)];
      undeclaredGuard(registry, 'Undeclared', { ...spec, unmanaged });
    }
    return {
      registry,
      repositories: repositories.map((repository) => ({
        repository: repositoryOf(repository, registry, deletion),
        replicaUrls: replicaUrls(repository.name, spec, account),
      })),
    };
  }

  /** The upper-case letter keeps their ids apart from the registries', which are regions. */
  #publicRepositories({ publicRepositories = [], account, deletion }: EnvironmentSpec): PublicRepository[] {
    return publicRepositories.map(
      (spec) => new PublicRepository(this, `Public-${spec.name}`, { ...spec, account, deletion }),
    );
  }
}

interface DeclaredRegistry {
  readonly registry: Registry;
  readonly repositories: readonly DeclaredRepository[];
}

function repositoryOf(spec: RepositorySpec, registry: Registry, deletion: EnvironmentSpec['deletion']) {
  return registry.repository(spec.name, { deletion, ...spec }).grant(grantsOf(spec.access));
}
