import { error } from '@slipway/findings';
import { sets } from '../change/effects.ts';
import { entriesAt } from '../change/places.ts';
import { readText } from '../change/read-value.ts';
import type { ResourceChange, Side } from '../plan/plan.ts';
import type { Rule } from './rule.ts';

/** Managed policies of AWS that let an identity do everything, or give itself everything. */
const WIDE =
  /:iam::aws:policy\/(AdministratorAccess|PowerUserAccess|IAMFullAccess|AmazonEC2ContainerRegistryFullAccess)$/;

/** An identity gets one of AWS's widest policies, or one that is not known. */
export const administrator: Rule = (change) => {
  if (!sets(change)) return [];
  return attachedBy(change).map((policy) =>
    error('administrator', {
      message: policy === undefined ? 'which policy it attaches is not known' : `it attaches "${policy}"`,
      fix: 'attach a policy that names the actions that are needed',
    }),
  );
};

/** What is attached now and was not before; undefined for what is not known. */
function attachedBy({ type, before, after }: ResourceChange): (string | undefined)[] {
  if (/^aws_iam_((role|user|group)_)?policy_attachment$/.test(type)) return dangerous([readText(after, 'policy_arn')]);
  if (type !== 'aws_iam_role') return [];
  const old = managedBy(before);
  return dangerous(managedBy(after).filter((policy) => policy === undefined || !old.includes(policy)));
}

function managedBy(side: Side): (string | undefined)[] {
  return entriesAt(side, ['managed_policy_arns']).map((path) => readText(side, ...path));
}

function dangerous(policies: readonly (string | undefined)[]): (string | undefined)[] {
  return policies.filter((policy) => policy === undefined || WIDE.test(policy));
}
