import { describe, expect, it } from '@jest/globals';
import { decide } from '../evaluation/decide.ts';
import type { RequestContext } from '../evaluation/access-request.ts';
import { topicPolicy } from './topic-policy.ts';

const account = '111122223333';
const topicArn = `arn:aws:sns:us-east-1:${account}:ecr-events`;
const ruleArn = `arn:aws:events:us-east-1:${account}:rule/ecr-events-push`;
const resource = topicPolicy({ topicArn, account, ruleArns: [ruleArn] });

function mayPublish(context: RequestContext, service = 'events.amazonaws.com'): boolean {
  return decide(
    { caller: { kind: 'service', service }, action: 'sns:Publish', resource: topicArn, context },
    { resource },
  ).allowed;
}

describe('topicPolicy', () => {
  it('lets its rules publish, whether EventBridge names their account or not', () => {
    expect(mayPublish({ 'aws:SourceArn': ruleArn })).toBe(true);
    expect(mayPublish({ 'aws:SourceArn': ruleArn, 'aws:SourceAccount': account })).toBe(true);
  });

  it('refuses other rules, rules of other accounts, and rules that are not named', () => {
    expect(mayPublish({ 'aws:SourceArn': `${ruleArn}-2` })).toBe(false);
    expect(mayPublish({ 'aws:SourceArn': ruleArn.replace(account, '444455556666') })).toBe(false);
    expect(mayPublish({ 'aws:SourceArn': ruleArn, 'aws:SourceAccount': '444455556666' })).toBe(false);
    expect(mayPublish({})).toBe(false);
  });

  it('refuses other services in the name of the rule', () => {
    expect(mayPublish({ 'aws:SourceArn': ruleArn }, 's3.amazonaws.com')).toBe(false);
  });
});
