import { error } from '@slipway/findings';
import { sets } from '../change/effects.ts';
import { readText } from '../change/read-value.ts';
import type { Rule } from './rule.ts';

/** Managed policies of AWS that let an identity do everything, or give itself everything. */
const WIDE =
  /:iam::aws:policy\/(AdministratorAccess|PowerUserAccess|IAMFullAccess|AmazonEC2ContainerRegistryFullAccess)$/;

/** An identity gets one of AWS's widest policies. */
export const administrator: Rule = (change) => {
  if (!/^aws_iam_(role|user|group)_policy_attachment$|^aws_iam_policy_attachment$/.test(change.type) || !sets(change))
    return [];
  const policy = readText(change.after, 'policy_arn');
  if (policy !== undefined && !WIDE.test(policy)) return [];
  return [
    error('administrator', {
      message:
        policy === undefined ? 'which policy it attaches is not known before the apply' : `it attaches "${policy}"`,
      fix: 'attach a policy that names the actions that are needed',
    }),
  ];
};
