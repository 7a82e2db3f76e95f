export { checkEnvironment } from './check/check-environment.ts';
export { ciRolePolicies, gitHubProviderArn } from './ci/ci-role-policies.ts';
export type { CiRolePolicies } from './ci/ci-role-policies.ts';
export { ledgerReaders } from './ci/ledgers-of.ts';
export { roleGrants } from './ci/role-grants.ts';
export type { RoleGrant, RoleInAccount } from './ci/role-grants.ts';
export { stateKey } from './ci/state-key.ts';
export { templateRoleName } from './ci/template-role-name.ts';
export { containers } from './containers.ts';
export type { ContainerSpec } from './containers.ts';
export { dev } from './dev.ts';
export { environments } from './environments.ts';
export type { EnvironmentName } from './environments.ts';
export { prod } from './prod.ts';
export { grantsOf } from './grants-of.ts';
export { replicaRegions } from './replicas/replica-regions.ts';
export { replicaTemplates } from './replicas/replica-templates.ts';
export type { ReplicaDestination, ReplicaTemplates } from './replicas/replica-templates.ts';
export { replicates } from './replicas/replicates.ts';
export { registryOf } from './registry-of.ts';
export type { AccessSpec } from './spec/access-spec.ts';
export type { AccountSettingsSpec } from './spec/account-settings-spec.ts';
export type { CiRoleSpec, CiSpec, CiVerb, GitHubSpec, GitHubSubject } from './spec/ci-spec.ts';
export type { CreationTemplateSpec, RepositoryTemplateSpec } from './spec/creation-template-spec.ts';
export { aes256, kms, kmsDualLayer } from './spec/encryption-spec.ts';
export type { EncryptionKey, EncryptionSpec } from './spec/encryption-spec.ts';
export type { Bucket, EnvironmentSpec } from './spec/environment-spec.ts';
export type { KeySpec } from './spec/key-spec.ts';
export { moves } from './spec/moves.ts';
export type { MutabilitySetting } from './spec/moves.ts';
export type {
  FindingSeverity,
  NotificationEvent,
  NotificationsSpec,
  SubscriptionSpec,
} from './spec/notifications-spec.ts';
export type { PublicRepositorySpec } from './spec/public-repository-spec.ts';
export type { PullThroughCacheSpec, UpstreamSpec } from './spec/pull-through-cache-spec.ts';
export type { RegistrySpec } from './spec/registry-spec.ts';
export type { ReplicationSourceSpec, ReplicationSpec } from './spec/replication-spec.ts';
export type { Deletion, FormerAddresses, RepositorySpec } from './spec/repository-spec.ts';
export { basicScanning, enhancedScanning } from './spec/scanning-spec.ts';
export type { ScanningFilters, ScanningSpec } from './spec/scanning-spec.ts';
export { immutable, immutableExcept, mutable, mutableExcept } from './spec/tag-mutability.ts';
export type { TagMutability } from './spec/tag-mutability.ts';
