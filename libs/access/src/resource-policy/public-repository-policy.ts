import type { PolicyDocument } from '../policy/policy-document.ts';
import { trusteesOf } from '../policy/trustee.ts';
import type { Principal } from '../principal/principal.ts';
import type { PolicyContext } from './repository-policy.ts';

/** ECR public user guide, "Public repository policy examples": what a push needs. Everyone can pull without any permission. */
export const PUBLIC_PUSH_ACTIONS = [
  'ecr-public:BatchCheckLayerAvailability',
  'ecr-public:CompleteLayerUpload',
  'ecr-public:InitiateLayerUpload',
  'ecr-public:PutImage',
  'ecr-public:UploadLayerPart',
] as const;

/** The policy of a repository of the public gallery: who may push. `undefined` when nobody may but whom the account's identity policies let. */
export function publicRepositoryPolicy(
  principals: readonly Principal[],
  { account }: PolicyContext,
): PolicyDocument | undefined {
  const statements = trusteesOf(principals, account).map(({ suffix, ...trustee }) => ({
    Sid: `AllowPush${suffix}`,
    Effect: 'Allow' as const,
    ...trustee,
    Action: PUBLIC_PUSH_ACTIONS,
  }));
  return statements.length === 0 ? undefined : { Version: '2012-10-17', Statement: statements };
}
