/** Events of a registry that are published to an SNS topic of its own, through EventBridge. */
export interface NotificationsSpec {
  /** Name of the topic: 1 to 256 letters, digits, `-` and `_` (SNS CreateTopic). */
  readonly topic: string;
  /** At least one. */
  readonly on: readonly [NotificationEvent, ...NotificationEvent[]];
  /** Who is told. An e-mail address has to confirm. @default nobody: subscribe elsewhere */
  readonly subscriptions?: readonly SubscriptionSpec[];
}

/** `push`: an image was pushed. `delete`: one was deleted. `scan`: a scan ended with findings of the given severities. */
export type NotificationEvent =
  | { readonly event: 'push' | 'delete' }
  | { readonly event: 'scan'; readonly severities: readonly [FindingSeverity, ...FindingSeverity[]] };

export type FindingSeverity = 'CRITICAL' | 'HIGH' | 'MEDIUM' | 'LOW' | 'INFORMATIONAL' | 'UNDEFINED';

export interface SubscriptionSpec {
  readonly protocol: 'email' | 'https' | 'sqs' | 'lambda';
  /** Address, URL or ARN, as the protocol wants it. */
  readonly endpoint: string;
}
