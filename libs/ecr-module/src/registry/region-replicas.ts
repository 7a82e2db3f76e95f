import {
  grantsOf,
  replicaTemplates,
  type Deletion,
  type EncryptionSpec,
  type RegistrySpec,
  type RepositorySpec,
} from '@slipway/environments';
import { Construct, TerraformResource } from '../cdktf.ts';
import { Repository } from '../repository/repository.ts';
import { creationTemplate } from './creation-template.ts';
import type { RegistryEnvironment } from './registry-environment.ts';
import { RegistryKey } from './registry-key.ts';

export interface RegionReplicasProps {
  /** The registry that is replicated. */
  readonly source: RegistrySpec;
  /** Region of the replicas. */
  readonly region: string;
  /** Account of both registries, 12 digits. */
  readonly account: string;
  /** @default none: templates with tags or a KMS key are an error, and everything is protected */
  readonly environment?: RegistryEnvironment | undefined;
}

/**
 * What replicas in another region need to be set up like their sources, since ECR copies images only: creation templates,
 * a key like the source's, and the replicas that are declared one by one. They have to be there before replication is.
 */
export class RegionReplicas extends Construct {
  /** The key of this region, where a replica needs one. ECR encrypts each copy anew, so it is a key of its own. */
  readonly key: RegistryKey | undefined;

  /** @param id has an upper-case letter, which the name of a repository can't have */
  constructor(scope: Construct, id: string, props: RegionReplicasProps) {
    super(scope, id);
    const { templates, declared } = replicaTemplates(props.source, props);
    this.key = this.#key([...templates, ...declared], props);
    const place = { ...props, registryKeyArn: this.key?.arn };
    for (const template of templates) creationTemplate(this, template, place);
    for (const spec of declared) this.#replica(spec, place);
  }

  /** All resources here, for `depends_on`. */
  get resources(): readonly TerraformResource[] {
    return this.node.findAll().filter((node) => TerraformResource.isTerraformResource(node));
  }

  #key(
    encrypted: readonly { readonly encryption: EncryptionSpec }[],
    { source, region, account, environment }: RegionReplicasProps,
  ): RegistryKey | undefined {
    const isUsed = encrypted.some(({ encryption }) => encryption.key === 'registry-key');
    if (source.key === undefined || !isUsed) return undefined;
    return new RegistryKey(this, 'Key', { ...source.key, region, account, deletion: deletionOf(environment) });
  }

  /** Replication may have made it before it was declared, so it is taken over where it exists. What it was before, it never was here. */
  #replica(spec: RepositorySpec, { region, account, environment, registryKeyArn }: ReplicaPlace): void {
    const { name, tagMutability, encryption, lifecycle, scanOnPush, tags } = spec;
    new Repository(this, name, {
      ...{ name, region, account, registryKeyArn },
      ...{ tagMutability, encryption, lifecycle, scanOnPush, adopt: 'if-exists' },
      ...(tags === undefined ? {} : { tags }),
      deletion: spec.deletion ?? deletionOf(environment),
    }).grant(grantsOf(spec.access));
  }
}

type ReplicaPlace = RegionReplicasProps & { readonly registryKeyArn: string | undefined };

function deletionOf(environment: RegistryEnvironment | undefined): Deletion {
  return environment?.deletion ?? 'protected';
}
