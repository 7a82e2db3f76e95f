import type { KeySpec, ReplicationSpec, ScanningSpec } from '@slipway/environments';
import { Construct, TerraformStack } from '../cdktf.ts';
import { RegistryKey } from './registry-key.ts';
import { replicationConfiguration } from './replication.ts';
import { Repository } from '../repository/repository.ts';
import type { RepositoryProps } from '../repository/repository-props.ts';
import { scanningConfiguration, type ScannedRepository } from './scanning-configuration.ts';

export interface RegistryProps {
  /** AWS region, such as `us-east-1`. */
  readonly region: string;
  /** AWS account, 12 digits. */
  readonly account: string;
  /** @default basic scanning */
  readonly scanning?: ScanningSpec;
  /** A KMS key made for repositories that ask for it with `kmsKeyArn: registry.key.arn`. @default none */
  readonly key?: KeySpec;
  /** Where pushed images are copied to. @default nowhere */
  readonly replication?: readonly ReplicationSpec[];
}

/** The private registry of one account and region, with the settings that AWS has once for each registry. */
export class Registry extends Construct {
  readonly region: string;
  /** 12 digits. */
  readonly account: string;
  /** The key made for this registry, where `key` was given. */
  readonly key: RegistryKey | undefined;
  readonly #repositories: ScannedRepository[] = [];

  /** @throws Error when the stack already declares a registry of this region */
  constructor(scope: Construct, id: string, props: RegistryProps) {
    refuseSecond(scope, props.region);
    super(scope, id);
    const { region, account, scanning = { type: 'basic' }, replication = [] } = props;
    this.region = region;
    this.account = account;
    this.key = props.key === undefined ? undefined : new RegistryKey(this, 'key', { ...props.key, region });
    scanningConfiguration(this, 'scanning', { region, scanning, repositories: () => this.#repositories });
    if (replication.length > 0) replicationConfiguration(this, 'replication', { region, account, rules: replication });
  }

  /** Adds a repository. Its Terraform address is made from its name, so a renamed repository is a new one. */
  repository(name: string, props: RepositoryProps): Repository {
    this.#repositories.push({ name, scanOnPush: props.scanOnPush ?? true });
    const place = { name, region: this.region, account: this.account, registryKeyArn: this.key?.arn };
    return new Repository(this, name, { ...props, ...place });
  }
}

function refuseSecond(scope: Construct, region: string): void {
  const siblings = TerraformStack.of(scope).node.findAll();
  if (!siblings.some((node) => node instanceof Registry && node.region === region)) return;
  throw new Error(
    `the registry of "${region}" is declared twice: AWS has one for each region, so add the repositories to the first`,
  );
}
