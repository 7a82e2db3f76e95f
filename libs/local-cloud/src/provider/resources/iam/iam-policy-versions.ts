import {
  CreatePolicyVersionCommand,
  DeletePolicyCommand,
  DeletePolicyVersionCommand,
  TagPolicyCommand,
  UntagPolicyCommand,
  paginateListPolicyVersions,
  type IAMClient,
  type PolicyVersion,
} from '@aws-sdk/client-iam';
import type { Cloud } from '../../session/cloud.ts';
import type { CtyObject } from '../../wire/cty-value.ts';
import { requiredText } from '../attribute-readers.ts';
import { hasChanged } from '../has-changed.ts';
import { ignoreMissing } from '../ignore-missing.ts';
import { changeTags } from '../key-value-tags.ts';
import type { Change } from '../resource-behaviour.ts';

const GONE = ['NoSuchEntityException'];
// https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-versioning.html
const MOST_VERSIONS = 5;

/** Makes another version of a policy the valid one, and changes tags. */
export async function updatePolicy(cloud: Cloud, change: Change): Promise<void> {
  const PolicyArn = requiredText(change.prior, 'id');
  const iam = cloud.iam();
  if (hasChanged(change, 'policy')) {
    await makeRoom(iam, PolicyArn);
    const PolicyDocument = requiredText(change.planned, 'policy');
    await iam.send(new CreatePolicyVersionCommand({ PolicyArn, PolicyDocument, SetAsDefault: true }));
  }
  await changeTags(change, {
    untag: (TagKeys) => iam.send(new UntagPolicyCommand({ PolicyArn, TagKeys })),
    tag: (Tags) => iam.send(new TagPolicyCommand({ PolicyArn, Tags })),
  });
}

/** Deletes a policy, which IAM refuses while it has older versions. */
export async function deletePolicy(cloud: Cloud, state: CtyObject): Promise<void> {
  const PolicyArn = requiredText(state, 'id');
  const iam = cloud.iam();
  for (const { VersionId } of (await ignoreMissing(otherVersions(iam, PolicyArn), GONE)) ?? [])
    await iam.send(new DeletePolicyVersionCommand({ PolicyArn, VersionId }));
  await ignoreMissing(iam.send(new DeletePolicyCommand({ PolicyArn })), GONE);
}

async function makeRoom(iam: IAMClient, PolicyArn: string): Promise<void> {
  const others = await otherVersions(iam, PolicyArn);
  if (others.length + 1 < MOST_VERSIONS) return;
  const [oldest] = [...others].sort((left, right) => createdAt(left) - createdAt(right));
  if (oldest) await iam.send(new DeletePolicyVersionCommand({ PolicyArn, VersionId: oldest.VersionId }));
}

async function otherVersions(client: IAMClient, PolicyArn: string): Promise<readonly PolicyVersion[]> {
  const versions: PolicyVersion[] = [];
  for await (const page of paginateListPolicyVersions({ client }, { PolicyArn }))
    versions.push(...(page.Versions ?? []));
  return versions.filter(({ IsDefaultVersion }) => !IsDefaultVersion);
}

function createdAt({ CreateDate }: PolicyVersion): number {
  return CreateDate?.getTime() ?? 0;
}
