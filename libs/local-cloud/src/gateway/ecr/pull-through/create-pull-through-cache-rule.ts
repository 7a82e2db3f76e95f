import { AwsError } from '../../aws-error.ts';
import { secondsNow } from '../../seconds-now.ts';
import type { ApiInput } from '../api-input.ts';
import type { EcrCall } from '../ecr-call.ts';
import { requireOwnRegistry } from '../require-own-registry.ts';
import {
  credentialForm,
  longestRoleArn,
  mostRules,
  rulePrefixForm,
  type PullThroughRule,
} from './pull-through-rule.ts';
import { upstreamRegistryAt, type UpstreamRegistryName } from './upstream-registry.ts';

/** Keeps the rule. Nothing is ever pulled through it, and its secret is not looked up. */
export function createPullThroughCacheRule(call: EcrCall): Promise<object> {
  requireOwnRegistry(call);
  const rule = ruleOf(call);
  return call.context.records.pullThroughRules.change(call, (rules) => {
    if (rules.has(rule.ecrRepositoryPrefix)) throw alreadyExists();
    if (rules.size >= mostRules) throw tooMany();
    rules.set(rule.ecrRepositoryPrefix, rule);
    return rule;
  });
}

function ruleOf({ input, account }: EcrCall): PullThroughRule {
  const now = secondsNow();
  const credentialArn = input.optionalMatching('credentialArn', credentialForm);
  const upstreamRegistryUrl = input.text('upstreamRegistryUrl');
  return {
    ecrRepositoryPrefix: input.matching('ecrRepositoryPrefix', rulePrefixForm),
    registryId: account,
    upstreamRegistry: upstreamOf(input, credentialArn),
    upstreamRegistryUrl,
    upstreamRepositoryPrefix: input.optionalMatching('upstreamRepositoryPrefix', rulePrefixForm),
    credentialArn,
    customRoleArn: input.optionalUpTo('customRoleArn', longestRoleArn),
    createdAt: now,
    updatedAt: now,
  };
}

function upstreamOf(input: ApiInput, credentialArn: string | undefined): UpstreamRegistryName {
  const url = input.text('upstreamRegistryUrl');
  const upstream = upstreamRegistryAt(url);
  if (upstream === undefined) {
    const problem = `The upstream registry URL ${url} is invalid. Specify a valid upstream registry URL and try again`;
    throw new AwsError('UnsupportedUpstreamRegistryException', problem);
  }
  if (upstream.needsCredential && credentialArn === undefined) {
    const problem = 'The specified upstream registry requires authentication. Specify a valid Secrets Manager ARN';
    throw new AwsError('UnsupportedUpstreamRegistryException', problem);
  }
  return upstream.name;
}

function alreadyExists(): AwsError {
  return new AwsError(
    'PullThroughCacheRuleAlreadyExistsException',
    'A pull through cache rule with these settings already exists for the private registry.',
  );
}

function tooMany(): AwsError {
  return new AwsError(
    'LimitExceededException',
    `The operation did not succeed because it would have exceeded a service limit for your account: ${mostRules} pull through cache rules per registry`,
  );
}
