import type { RolePrincipal, RolePurpose } from './principal.ts';

/**
 * An IAM role.
 * @param name name of the role, with its path where it has one, such as `service-role/build`
 * @param account 12 digits; the account of the repository where it is left out
 */
export function iamRole(name: string, account?: string): RolePrincipal {
  return { kind: 'role', name, ...(account === undefined ? {} : { account }) };
}

/** The role of EKS worker nodes, whose kubelet pulls. */
export function eksNodeRole(name: string, account?: string): RolePrincipal {
  return withPurpose('eks-node', iamRole(name, account));
}

/** The execution role of SageMaker training jobs and endpoints. */
export function sageMakerExecutionRole(name: string, account?: string): RolePrincipal {
  return withPurpose('sagemaker-execution', iamRole(name, account));
}

/** The instance role of Elastic Beanstalk environments. */
export function beanstalkInstanceRole(name: string, account?: string): RolePrincipal {
  return withPurpose('beanstalk-instance', iamRole(name, account));
}

/** A role that GitHub Actions assume through OIDC. */
export function gitHubActionsRole(name: string, account?: string): RolePrincipal {
  return withPurpose('github-actions', iamRole(name, account));
}

function withPurpose(purpose: RolePurpose, role: RolePrincipal): RolePrincipal {
  return { ...role, purpose };
}
