import type { Decision, RequestContext } from '../../evaluation/access-request.ts';
import { decide } from '../../evaluation/decide.ts';
import type { PolicyDocument } from '../../policy/policy-document.ts';
import { keyPolicy } from '../../resource-policy/key-policy.ts';
import { ciRolePolicy, type CiRolePolicyOptions } from '../ci-role-policy.ts';
import type { CiEnvironment } from './environments.ts';

/** Action, resource and, where it differs from a request in us-east-1, its context. */
export type Call = readonly [action: string, resource: string, context?: RequestContext];

export interface Asked {
  readonly verb: CiRolePolicyOptions['verb'];
  readonly options: CiEnvironment;
  /** Policy of the resource. @default the account's key policy for keys, else none */
  readonly resource?: PolicyDocument;
}

/** What a role of CI is told when it makes a call. */
export function ask({ verb, options, resource }: Asked, [action, arn, context = {}]: Call): Decision {
  const ofKey =
    arn.includes(':key/') || arn.includes(':alias/')
      ? keyPolicy({ account: options.account, region: 'us-east-1' })
      : undefined;
  const policy = resource ?? ofKey;
  return decide(
    {
      caller: { kind: 'role', account: options.account, name: `slipway-${verb}` },
      action,
      resource: arn,
      context: { 'aws:RequestedRegion': 'us-east-1', ...context },
    },
    { identity: [ciRolePolicy({ ...options, verb })], resource: policy },
  );
}

/** For test titles: the call in words, and the call. */
export function titled(calls: readonly Call[]): (readonly [string, Call])[] {
  return calls.map((call) => [`${call[0]} ${call[1]} ${JSON.stringify(call[2] ?? {})}`, call]);
}
