import { basicScanning, replicaRegions, type RegistrySpec } from '@slipway/environments';
import { Construct, TerraformStack, type TerraformResource } from '../cdktf.ts';
import { Notifications } from '../events/notifications.ts';
import type { RepositoryProps } from '../repository/repository-props.ts';
import { Repository } from '../repository/repository.ts';
import { accountSettings } from './account-settings.ts';
import { creationTemplate } from './creation-template.ts';
import { pullThroughCache } from './pull-through-cache.ts';
import { RegionReplicas } from './region-replicas.ts';
import { RegistryKey } from './registry-key.ts';
import type { RegistryProps } from './registry-props.ts';
import { replicationConfiguration } from './replication.ts';
import { replicationPermissions } from './replication-permissions.ts';
import { scanningConfiguration, type ScannedRepository } from './scanning-configuration.ts';

/** Construct ids of settings that could be the names of repositories. */
const TAKEN_IDS = ['key', 'scanning', 'replication'];

/** The private registry of one account and region, with the settings that AWS has once for each registry. */
export class Registry extends Construct {
  readonly region: string;
  /** 12 digits. */
  readonly account: string;
  /** The key made for this registry, where `key` was given. */
  readonly key: RegistryKey | undefined;
  /** What sets replicas up like their sources, for each other region of the account that it replicates to. */
  readonly replicas: readonly RegionReplicas[];
  /** Where events are published, where `notifications` were given. */
  readonly notifications: Notifications | undefined;
  readonly #repositories: ScannedRepository[] = [];

  /** @throws Error when the stack already declares a registry of this region, and when a template asks for what is not there */
  constructor(scope: Construct, id: string, props: RegistryProps) {
    refuseSecond(scope, props.region);
    super(scope, id);
    this.region = props.region;
    this.account = props.account;
    const spec = { scanning: basicScanning(), ...props, repositories: props.replicated ?? [] };
    this.key = this.#key(spec);
    scanningConfiguration(this, 'scanning', { ...spec, repositories: () => this.#repositories });
    this.replicas = this.#replicas(spec);
    this.#replication(spec);
    this.#permissions(spec, [
      ...accountSettings(this, { ...props.settings, region: props.region }),
      ...this.#created(spec),
    ]);
    this.notifications = this.#notifications(spec);
  }

  /** Keys of this registry, and those like it in the regions of its replicas. */
  get keys(): readonly RegistryKey[] {
    return [this.key, ...this.replicas.map(({ key }) => key)].filter((key) => key !== undefined);
  }

  /** Adds a repository. Its Terraform address is made from its name, so a renamed repository is a new one. */
  repository(name: string, props: RepositoryProps): Repository {
    this.#repositories.push({ name, scanOnPush: props.scanOnPush ?? true });
    const place = { name, region: this.region, account: this.account, registryKeyArn: this.key?.arn };
    // A repository's name has no upper-case letter, so this id is nobody's name.
    return new Repository(this, TAKEN_IDS.includes(name) ? `Repository-${name}` : name, { ...props, ...place });
  }

  #key({ key, region, account, environment }: Settings): RegistryKey | undefined {
    if (key === undefined) return undefined;
    const deletion = environment?.deletion ?? 'protected';
    return new RegistryKey(this, 'key', { ...key, region, account, deletion });
  }

  #replicas(source: Settings): RegionReplicas[] {
    const { account, environment } = source;
    if (source.repositories.length === 0) return [];
    return replicaRegions(source, account).map(
      (region) => new RegionReplicas(this, `Replicas-${region}`, { source, region, account, environment }),
    );
  }

  #replication({ region, account, replication: rules = [] }: Settings): void {
    if (rules.length === 0) return;
    const after = this.replicas.flatMap(({ resources }) => resources);
    replicationConfiguration(this, 'replication', { region, account, rules, after });
  }

  /** Other accounts may replicate once the repositories that this creates would be set up. */
  #permissions(
    { region, account, replicationSources: sources = [] }: Settings,
    after: readonly TerraformResource[],
  ): void {
    replicationPermissions(this, 'Policy', { region, account, sources, after });
  }

  /** Templates of what ECR creates by itself, and the caches. */
  #created({ region, account, environment, creationTemplates = [], pullThroughCaches = [] }: Settings) {
    const place = { region, account, environment, registryKeyArn: this.key?.arn };
    for (const cache of pullThroughCaches) pullThroughCache(this, cache, place);
    return creationTemplates.map((template) => creationTemplate(this, template, place));
  }

  #notifications({ region, account, scanning, notifications }: Settings): Notifications | undefined {
    if (notifications === undefined) return undefined;
    return new Notifications(this, 'Notifications', { ...notifications, region, account, scanning: scanning.type });
  }
}

type Settings = RegistrySpec & Pick<RegistryProps, 'account' | 'environment'>;

function refuseSecond(scope: Construct, region: string): void {
  const siblings = TerraformStack.of(scope).node.findAll();
  if (!siblings.some((node) => node instanceof Registry && node.region === region)) return;
  throw new Error(
    `the registry of "${region}" is declared twice: AWS has one for each region, so add the repositories to the first`,
  );
}
