import { renderPolicyDocument, topicPolicy } from '@slipway/access';
import type { NotificationEvent, NotificationsSpec, ScanningSpec, SubscriptionSpec } from '@slipway/environments';
import {
  CloudwatchEventRule,
  CloudwatchEventTarget,
  Construct,
  SnsTopic,
  SnsTopicPolicy,
  SnsTopicSubscription,
} from '../cdktf.ts';
import { eventPattern } from './event-pattern.ts';

export interface NotificationsProps extends NotificationsSpec {
  readonly region: string;
  /** 12 digits. */
  readonly account: string;
  /** Who tells of scans: ECR of basic ones, Inspector of enhanced ones. */
  readonly scanning: ScanningSpec['type'];
}

/** Events of a registry, published to an SNS topic by EventBridge rules named `<topic>-<event>`. */
export class Notifications extends Construct {
  readonly topicArn: string;

  constructor(scope: Construct, id: string, props: NotificationsProps) {
    super(scope, id);
    const { region, account, on, subscriptions = [] } = props;
    const topic = new SnsTopic(this, 'topic', { region, name: props.topic });
    this.topicArn = topic.arn;
    const rules = on.map((event) => this.#rule(event, props));
    const ruleArns = rules.map(({ arn }) => arn);
    const policy = new SnsTopicPolicy(this, 'policy', {
      region,
      arn: topic.arn,
      policy: renderPolicyDocument(topicPolicy({ topicArn: topic.arn, account, ruleArns })),
    });
    for (const rule of rules) this.#target(rule, policy, region);
    for (const subscription of subscriptions) this.#subscription(subscription, region);
  }

  #rule(event: NotificationEvent, { region, topic, scanning }: NotificationsProps): CloudwatchEventRule {
    return new CloudwatchEventRule(this, event.event, {
      region,
      name: `${topic}-${event.event}`,
      description: `tells ${topic} of ${event.event} events`,
      eventPattern: JSON.stringify(eventPattern(event, scanning)),
    });
  }

  /** After the policy, so that no event is lost for want of a permission. */
  #target(rule: CloudwatchEventRule, policy: SnsTopicPolicy, region: string): void {
    new CloudwatchEventTarget(this, `${rule.node.id}-target`, {
      region,
      rule: rule.name,
      arn: this.topicArn,
      targetId: 'topic',
      dependsOn: [policy],
    });
  }

  #subscription({ protocol, endpoint }: SubscriptionSpec, region: string): void {
    new SnsTopicSubscription(this, `Subscription-${protocol}-${endpoint}`, {
      region,
      topicArn: this.topicArn,
      protocol,
      endpoint,
    });
  }
}
