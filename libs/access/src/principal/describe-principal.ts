import type { Principal, PullingService, RolePrincipal, RolePurpose } from './principal.ts';

const PURPOSES: Readonly<Record<RolePurpose, string>> = {
  'eks-node': 'EKS nodes',
  'sagemaker-execution': 'SageMaker execution',
  'beanstalk-instance': 'Elastic Beanstalk instances',
  'github-actions': 'GitHub Actions',
};

const SERVICES: Readonly<Record<PullingService, string>> = {
  lambda: 'Lambda functions',
  sagemaker: 'SageMaker',
  'ecs-tasks': 'ECS tasks',
};

/** A principal in words, with its account and what it is for. @param account account of the resource, 12 digits */
export function describePrincipal(principal: Principal, account: string): string {
  switch (principal.kind) {
    case 'role':
      return describeRole(principal, account);
    case 'account':
      return `account ${principal.account}`;
    case 'organization':
      return principal.path === undefined ? `organization ${principal.id}` : `organizational unit ${principal.path}`;
    case 'service':
      return `${SERVICES[principal.service]} of ${principal.account ?? account}`;
    default:
      return principal satisfies never;
  }
}

function describeRole({ name, account: own, purpose }: RolePrincipal, account: string): string {
  const role = `role ${name} of ${own ?? account}`;
  return purpose === undefined ? role : `${role} (${PURPOSES[purpose]})`;
}
