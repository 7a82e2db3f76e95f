import { sortedUnique } from '../collection/sorted-unique.ts';
import type { PolicyDocument } from '../policy/policy-document.ts';

export interface TopicPolicyOptions {
  readonly topicArn: string;
  /** Account of the rules, 12 digits. */
  readonly account: string;
  /** At least one. */
  readonly ruleArns: readonly string[];
}

/**
 * The policy of an SNS topic: only these EventBridge rules may publish (EventBridge user guide, "Amazon SNS permissions").
 * The guide's condition is `aws:SourceArn`; the account is compared where EventBridge names it.
 */
export function topicPolicy({ topicArn, account, ruleArns }: TopicPolicyOptions): PolicyDocument {
  return {
    Version: '2012-10-17',
    Statement: [
      {
        Sid: 'AllowRules',
        Effect: 'Allow',
        Principal: { Service: 'events.amazonaws.com' },
        Action: 'sns:Publish',
        Resource: topicArn,
        Condition: {
          ArnEquals: { 'aws:SourceArn': sortedUnique(ruleArns) },
          StringEqualsIfExists: { 'aws:SourceAccount': account },
        },
      },
    ],
  };
}
