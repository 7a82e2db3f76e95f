import { error, type LocalFinding } from '@slipway/findings';
import type { SubscriptionSpec } from '../../spec/notifications-spec.ts';

/** What SNS takes as the endpoint of a protocol, and how to write it. */
const ENDPOINTS: Readonly<Record<SubscriptionSpec['protocol'], { readonly is: RegExp; readonly fix: string }>> = {
  email: { is: /^[^\s@]+@[^\s@]+\.[^\s@]+$/, fix: 'write an e-mail address' },
  https: { is: /^https:\/\/[^\s/]+\S*$/, fix: 'write a URL that begins with "https://"' },
  sqs: { is: /^arn:aws[a-z-]*:sqs:[a-z0-9-]+:\d{12}:[\w-]{1,80}$/, fix: 'write the ARN of a standard queue' },
  lambda: {
    is: /^arn:aws[a-z-]*:lambda:[a-z0-9-]+:\d{12}:function:[\w-]+(:[\w$-]+)?$/,
    fix: 'write the ARN of the function',
  },
};

export function subscription({ protocol, endpoint }: SubscriptionSpec): LocalFinding[] {
  const { is, fix } = ENDPOINTS[protocol];
  if (is.test(endpoint)) return [];
  return [
    error('subscription-endpoint', {
      path: 'subscriptions',
      message: `"${endpoint}" is not an endpoint of the protocol "${protocol}"`,
      fix,
      source: 'SNS API reference, Subscribe: Endpoint',
    }),
  ];
}
