export {
  awsAccount,
  awsService,
  beanstalkInstanceRole,
  eksNodeRole,
  gitHubActionsRole,
  iamRole,
  organization,
  organizationalUnit,
  renderPolicyDocument,
  sageMakerExecutionRole,
} from '@slipway/access';
export type { AccessLevel, Grant, PolicyDocument, Principal } from '@slipway/access';
export { aes256, immutable, immutableExcept, kms, kmsDualLayer, mutable, mutableExcept } from '@slipway/environments';
export type { Deletion, EncryptionSpec, FormerAddresses, TagMutability } from '@slipway/environments';
export {
  anyImage,
  archiveAfterDays,
  archiveAllButNewest,
  archiveUnpulledAfterDays,
  expireAfterDays,
  expireArchivedAfterDays,
  keepNewest,
  tagged,
  taggedLike,
  taggedLikeAll,
  taggedWithAll,
  untagged,
} from '@slipway/lifecycle';
export type { LifecycleRule } from '@slipway/lifecycle';
export { BootstrapStack, bootstrapStackName } from './bootstrap/bootstrap-stack.ts';
export type { BootstrapStackOptions } from './bootstrap/bootstrap-stack.ts';
export { synthesizeBootstrapApp } from './bootstrap/synthesize-bootstrap-app.ts';
export { App, AwsProvider, Construct, TerraformOutput, TerraformStack } from './cdktf.ts';
export { Registry } from './registry/registry.ts';
export type { RegistryEnvironment } from './registry/registry-environment.ts';
export type { RegistryProps } from './registry/registry-props.ts';
export { RegionReplicas } from './registry/region-replicas.ts';
export type { RegionReplicasProps } from './registry/region-replicas.ts';
export { RegistryKey } from './registry/registry-key.ts';
export type { RegistryKeyProps } from './registry/registry-key.ts';
export { Notifications } from './events/notifications.ts';
export type { NotificationsProps } from './events/notifications.ts';
export { PublicRepository } from './public/public-repository.ts';
export type { PublicRepositoryProps } from './public/public-repository.ts';
export { Repository } from './repository/repository.ts';
export type { RepositoryPlace, RepositoryProps } from './repository/repository-props.ts';
export { RepositoryReference } from './repository/repository-reference.ts';
export { EnvironmentStack } from './stack/environment-stack.ts';
export type { EnvironmentStackOptions } from './stack/environment-stack.ts';
export { SpecError } from './stack/spec-error.ts';
export { synthesize } from './stack/synthesize.ts';
export type { SynthesizeOptions } from './stack/synthesize.ts';
export { synthesizeApp } from './stack/synthesize-app.ts';
