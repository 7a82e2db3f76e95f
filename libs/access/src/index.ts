export { actionsOf } from './action/actions-of.ts';
export { repositoryArn } from './arn/repository-arn.ts';
export type { RepositoryAddress } from './arn/repository-arn.ts';
export { ciRolePolicy } from './ci-role/ci-role-policy.ts';
export type { CiRolePolicyOptions, GrantedRepository, StateObject } from './ci-role/ci-role-policy.ts';
export type { LedgerFolder } from './ci-role/ledger-statements.ts';
export type {
  AccessRequest,
  ApplicablePolicies,
  Caller,
  Decision,
  RequestContext,
  RoleCaller,
  ServiceCaller,
  WebIdentityCaller,
} from './evaluation/access-request.ts';
export { decide } from './evaluation/decide.ts';
export { gitHubSubjects } from './github/git-hub-subjects.ts';
export type { GitHubRepository, GitHubRun, GitHubSubjectsOptions } from './github/git-hub-subjects.ts';
export { gitHubTrust } from './github/git-hub-trust.ts';
export type { GitHubTrustOptions } from './github/git-hub-trust.ts';
export type { AccessLevel, Grant } from './grant.ts';
export { identityPolicy } from './identity-policy/identity-policy.ts';
export type { RepositoryAccess } from './identity-policy/identity-policy.ts';
export { templateRolePolicy, templateRoleTrust } from './identity-policy/template-role.ts';
export type { TemplateRoleOptions, TemplateRolePolicyOptions } from './identity-policy/template-role.ts';
export { accessMatrix } from './matrix/access-matrix.ts';
export type {
  AccessMatrix,
  AccessRow,
  MatrixAction,
  MatrixInput,
  MatrixRepository,
  MatrixRole,
} from './matrix/access-matrix.ts';
export type { Conditions, PolicyDocument, PolicyStatement } from './policy/policy-document.ts';
export { MOST_POLICY_CHARACTERS, policySize } from './policy/policy-size.ts';
export { renderPolicyDocument } from './policy/render-policy-document.ts';
export { awsAccount } from './principal/account.ts';
export { checkPrincipal } from './principal/check-principal.ts';
export { organization, organizationalUnit } from './principal/organization.ts';
export type {
  AccountPrincipal,
  OrganizationPrincipal,
  Principal,
  PullingService,
  RolePrincipal,
  RolePurpose,
  ServicePrincipal,
} from './principal/principal.ts';
export {
  beanstalkInstanceRole,
  eksNodeRole,
  gitHubActionsRole,
  iamRole,
  sageMakerExecutionRole,
} from './principal/role.ts';
export { awsService } from './principal/service.ts';
export { keyPolicy } from './resource-policy/key-policy.ts';
export type { KeyPolicyOptions } from './resource-policy/key-policy.ts';
export { ledgerReaderStatements } from './resource-policy/ledger-readers.ts';
export type { LedgerReaders } from './resource-policy/ledger-readers.ts';
export { publicRepositoryPolicy } from './resource-policy/public-repository-policy.ts';
export { registryPolicy } from './resource-policy/registry-policy.ts';
export type { RegistryPolicyOptions, ReplicationSource } from './resource-policy/registry-policy.ts';
export { repositoryPolicy } from './resource-policy/repository-policy.ts';
export type { PolicyContext } from './resource-policy/repository-policy.ts';
export { tlsOnlyBucketPolicy } from './resource-policy/tls-only-bucket-policy.ts';
export { topicPolicy } from './resource-policy/topic-policy.ts';
export type { TopicPolicyOptions } from './resource-policy/topic-policy.ts';
