import type { PullingService } from '../principal/principal.ts';
import type { Conditions } from './policy-document.ts';

/** How policies speak of a service. */
export interface ServiceInPolicies {
  /** For the id of a statement. */
  readonly title: string;
  /** Such as `lambda.amazonaws.com`. */
  readonly principal: string;
  /** Conditions that let the service in for resources of these accounts only. */
  readonly onlyFor: (accounts: readonly string[]) => Conditions;
}

/**
 * A service works for every customer: without a condition on whose resource it works for, another customer's resource could have it pull here
 * (IAM user guide, "The confused deputy problem"). Lambda documents `aws:SourceArn`, which names the account; the others `aws:SourceAccount`.
 */
export function serviceInPolicies(service: PullingService): ServiceInPolicies {
  return SERVICES[service];
}

const SERVICES: Readonly<Record<PullingService, ServiceInPolicies>> = {
  lambda: {
    title: 'Lambda',
    principal: 'lambda.amazonaws.com',
    onlyFor: (accounts) => ({
      ArnLike: { 'aws:SourceArn': accounts.map((account) => `arn:aws:lambda:*:${account}:function:*`) },
    }),
  },
  sagemaker: { title: 'SageMaker', principal: 'sagemaker.amazonaws.com', onlyFor: sourceAccount },
  'ecs-tasks': { title: 'EcsTasks', principal: 'ecs-tasks.amazonaws.com', onlyFor: sourceAccount },
};

function sourceAccount(accounts: readonly string[]): Conditions {
  return { StringEquals: { 'aws:SourceAccount': accounts } };
}
