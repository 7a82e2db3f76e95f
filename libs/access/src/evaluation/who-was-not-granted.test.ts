import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { AccessLevel, Grant } from '../grant.ts';
import { identityPolicy } from '../identity-policy/identity-policy.ts';
import { awsAccount } from '../principal/account.ts';
import { organization, organizationalUnit } from '../principal/organization.ts';
import type { Principal } from '../principal/principal.ts';
import { iamRole } from '../principal/role.ts';
import { awsService } from '../principal/service.ts';
import { repositoryPolicy } from '../resource-policy/repository-policy.ts';
import type { Caller, RequestContext } from './access-request.ts';
import { decide } from './decide.ts';

const OWN = '111122223333';
const ACCOUNTS = [OWN, '444455556666', '777788889999'];
/** Names that begin or end like each other: none may be taken for another. */
const NAMES = ['ci', 'ci-evil', 'evil-ci', 'build/ci'];
const ORGANIZATIONS = ['o-a1b2c3d4e5', 'o-a1b2c3d4e5f'];
const PATHS = ['r-ab12/ou-ab12-11111111/', 'r-ab12/ou-ab12-111111112/', 'r-ab12/ou-ab12-11111111/ou-ab12-22222222/'];
const SERVICES = ['lambda', 'sagemaker', 'ecs-tasks'] as const;
const ARN = `arn:aws:ecr:us-east-1:${OWN}:repository/api`;

/** What the ECR user guide lists, written down once more. */
const GRANTED: Readonly<Record<AccessLevel, readonly string[]>> = {
  pull: ['BatchCheckLayerAvailability', 'BatchGetImage', 'GetDownloadUrlForLayer'],
  push: [
    'BatchCheckLayerAvailability',
    'BatchGetImage',
    'CompleteLayerUpload',
    'InitiateLayerUpload',
    'PutImage',
    'UploadLayerPart',
  ],
  pullPush: [
    'BatchCheckLayerAvailability',
    'BatchGetImage',
    'CompleteLayerUpload',
    'GetDownloadUrlForLayer',
    'InitiateLayerUpload',
    'PutImage',
    'UploadLayerPart',
  ],
  read: ['DescribeImages', 'DescribeRepositories', 'ListImages', 'DescribeImageScanFindings'],
};
const NEVER_GRANTED = [
  'BatchDeleteImage',
  'DeleteRepository',
  'SetRepositoryPolicy',
  'PutLifecyclePolicy',
  'StartImageScan',
];
const ACTIONS = [...new Set([...Object.values(GRANTED).flat(), ...NEVER_GRANTED])];

interface Asked {
  readonly caller: Caller;
  readonly context: RequestContext;
  /** Levels that the caller's own policies allow. */
  readonly own: readonly AccessLevel[];
}

describe('a policy made of grants', () => {
  it('lets in exactly who was granted the action, and nobody else', () => {
    fc.assert(
      fc.property(
        fc.array(anyGrant(), { maxLength: 6 }),
        anyone(),
        fc.constantFrom(...ACTIONS),
        (grants, asked, action) => {
          const resource = repositoryPolicy(grants, { account: OWN });
          const identity = [identityPolicy(asked.own.map((access) => ({ repositoryArn: ARN, access })))];
          const { caller, context } = asked;
          const request = { caller, context, action: `ecr:${action}`, resource: ARN };
          const { allowed } = decide(request, { identity, resource });
          expect(allowed).toBe(isEntitled(grants, asked, action));
        },
      ),
      { numRuns: 3000 },
    );
  });

  it('lets nobody in without a grant, whatever the policies of other accounts say', () => {
    fc.assert(
      fc.property(fc.array(anyGrant(), { maxLength: 6 }), fc.constantFrom(...ACTIONS), (grants, action) => {
        const resource = repositoryPolicy(grants, { account: OWN });
        const caller: Caller = { kind: 'role', account: '000011112222', name: 'stranger' };
        const identity = [
          identityPolicy([
            { repositoryArn: ARN, access: 'pullPush' },
            { repositoryArn: ARN, access: 'read' },
          ]),
        ];
        const request = { caller, action: `ecr:${action}`, resource: ARN };
        expect(decide(request, { identity, resource }).allowed).toBe(false);
      }),
    );
  });
});

/** Who is entitled, in the words of the grants alone: no policy, no condition. */
function isEntitled(grants: readonly Grant[], { caller, context, own }: Asked, action: string): boolean {
  const given = grants.filter(({ principal, access }) => covers(principal, access, action));
  if (caller.kind === 'service') return given.some(({ principal }) => isServiceOf(principal, caller.service, context));
  if (caller.kind !== 'role') return false;
  const allowedByOwn = own.some((access) => GRANTED[access].includes(action));
  const named = given.some(({ principal }) => isNamed(principal, caller));
  const account = given.some(({ principal }) => principal.kind === 'account' && principal.account === caller.account);
  return caller.account === OWN ? named || allowedByOwn : (named || account) && allowedByOwn;
}

function covers(principal: Principal, access: AccessLevel, action: string): boolean {
  const isLambda = principal.kind === 'service' && principal.service === 'lambda';
  if (isLambda && action === 'BatchCheckLayerAvailability')
    return access !== 'pull' && GRANTED[access].includes(action);
  return GRANTED[access].includes(action);
}

function isNamed(principal: Principal, caller: Extract<Caller, { kind: 'role' }>): boolean {
  if (principal.kind === 'role') return principal.name === caller.name && (principal.account ?? OWN) === caller.account;
  if (principal.kind !== 'organization') return false;
  return principal.path === undefined
    ? principal.id === caller.organization
    : (caller.organizationPath ?? '').startsWith(principal.path);
}

function isServiceOf(principal: Principal, service: string, context: RequestContext): boolean {
  if (principal.kind !== 'service' || `${principal.service}.amazonaws.com` !== service) return false;
  return context['aws:SourceAccount'] === (principal.account ?? OWN);
}

function anyGrant(): fc.Arbitrary<Grant> {
  const account = fc.constantFrom(undefined, ...ACCOUNTS);
  const principal = fc.oneof(
    fc.tuple(fc.constantFrom(...NAMES), account).map(([name, own]): Principal => iamRole(name, own)),
    fc.constantFrom(...ACCOUNTS).map(awsAccount),
    fc.constantFrom(...ORGANIZATIONS).map(organization),
    fc
      .tuple(fc.constantFrom(...ORGANIZATIONS), fc.constantFrom(...PATHS))
      .map(([id, path]) => organizationalUnit(`${id}/${path}`)),
    fc.tuple(fc.constantFrom(...SERVICES), account).map(([service, own]): Principal => awsService(service, own)),
  );
  return fc.record({ principal, access: level() });
}

function level(): fc.Arbitrary<AccessLevel> {
  return fc.constantFrom('pull', 'push', 'pullPush', 'read');
}

function anyone(): fc.Arbitrary<Asked> {
  return fc.oneof(aRole(), aRole(), aService());
}

function aRole(): fc.Arbitrary<Asked> {
  return fc
    .record({
      account: fc.constantFrom(...ACCOUNTS),
      name: fc.constantFrom(...NAMES),
      id: fc.constantFrom(undefined, ...ORGANIZATIONS),
      path: fc.constantFrom(...PATHS),
      own: fc.array(level(), { maxLength: 2 }),
    })
    .map(({ account, name, id, path, own }) => ({
      caller: {
        kind: 'role',
        account,
        name,
        ...(id === undefined ? {} : { organization: id, organizationPath: `${id}/${path}` }),
      },
      context: {},
      own,
    }));
}

function aService(): fc.Arbitrary<Asked> {
  return fc
    .record({ service: fc.constantFrom(...SERVICES), source: fc.constantFrom(undefined, ...ACCOUNTS) })
    .map(({ service, source }) => ({
      caller: { kind: 'service', service: `${service}.amazonaws.com` },
      context: source === undefined ? {} : onBehalfOf(source),
      own: [],
    }));
}

function onBehalfOf(account: string): RequestContext {
  return { 'aws:SourceAccount': account, 'aws:SourceArn': `arn:aws:lambda:us-east-1:${account}:function:resize` };
}
