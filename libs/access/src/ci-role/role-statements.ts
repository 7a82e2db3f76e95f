import { roleArn } from '../arn/iam-arn.ts';
import type { PolicyStatement } from '../policy/policy-document.ts';
import { allow } from './allow.ts';
import type { CiRolePolicyOptions } from './ci-role-policy.ts';
import { ownedResources } from './owned-resources.ts';

const ROLES = [
  'iam:CreateRole',
  'iam:DeleteRole',
  'iam:DeleteRolePolicy',
  'iam:ListInstanceProfilesForRole',
  'iam:PutRolePolicy',
  'iam:TagRole',
  'iam:UntagRole',
  'iam:UpdateAssumeRolePolicy',
  'iam:UpdateRole',
  'iam:UpdateRoleDescription',
];

/** Roles that ECR and Inspector make for themselves when replication, a cache, a template or enhanced scanning is set up first (ECR user guide). */
const SERVICE_LINKED = {
  replication: 'aws-service-role/replication.ecr.amazonaws.com/AWSServiceRoleForECRReplication',
  pullThroughCache: 'aws-service-role/pullthroughcache.ecr.amazonaws.com/AWSServiceRoleForECRPullThroughCache',
  template: 'aws-service-role/ecr.amazonaws.com/AWSServiceRoleForECRTemplate',
  inspector: 'aws-service-role/inspector2.amazonaws.com/AWSServiceRoleForAmazonInspector2',
} as const;

/** The environment's own roles, handed to ECR only, and the roles that AWS itself makes and owns. */
export function roleStatements(options: CiRolePolicyOptions): PolicyStatement[] {
  const { roles } = ownedResources(options);
  return [
    ...allow('Roles', { actions: ROLES, on: roles }),
    ...allow('HandRolesToEcr', {
      actions: ['iam:PassRole'],
      on: roles,
      when: { StringEquals: { 'iam:PassedToService': 'ecr.amazonaws.com' } },
    }),
    ...allow('ServiceLinkedRoles', { actions: ['iam:CreateServiceLinkedRole'], on: serviceLinked(options) }),
  ];
}

function serviceLinked({ account, enhancedScanning = false }: CiRolePolicyOptions): string[] {
  const { inspector, ...ofEcr } = SERVICE_LINKED;
  const names = [...Object.values(ofEcr), ...(enhancedScanning ? [inspector] : [])];
  return names.map((name) => roleArn(account, name));
}
