export type { AccessLevel, Grant } from './grant.ts';
export type { Conditions, PolicyDocument, PolicyStatement } from './policy/policy-document.ts';
export { awsAccount, awsService, organization, organizationalUnit } from './principal/others.ts';
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
