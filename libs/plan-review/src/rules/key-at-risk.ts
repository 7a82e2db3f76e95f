import { error, warning } from '@slipway/findings';
import type { LocalFinding } from '@slipway/findings';
import { deletes } from '../change/effects.ts';
import { readValue } from '../change/read-value.ts';
import type { ResourceChange } from '../plan/plan.ts';
import type { Rule } from './rule.ts';

/** KMS keys of every kind. */
export const KEY_TYPES = ['aws_kms_key', 'aws_kms_external_key', 'aws_kms_replica_key', 'aws_kms_replica_external_key'];

/** Without its key, what was encrypted can't be read any more (KMS developer guide, "Deleting AWS KMS keys"). */
export const keyAtRisk: Rule = (change) => {
  if (!KEY_TYPES.includes(change.type)) return [];
  if (deletes(change))
    return [
      error('key-destroyed', {
        message: 'images that it encrypts can never be pulled again',
        fix: 'keep the key as long as a repository has images of it',
      }),
    ];
  return [...disabled(change), ...unrotated(change)];
};

const disabled = ({ before, after }: ResourceChange): LocalFinding[] =>
  ['is_enabled', 'enabled'].some((name) => isOn(readValue(before, [name])) && !isOn(readValue(after, [name])))
    ? [
        error('key-disabled', {
          message: 'images that it encrypts can not be pulled while it is disabled',
          fix: 'leave it enabled',
        }),
      ]
    : [];

const unrotated = ({ before, after }: ResourceChange): LocalFinding[] =>
  isOn(readValue(before, ['enable_key_rotation'])) && !isOn(readValue(after, ['enable_key_rotation']))
    ? [warning('key-rotation-off', { message: 'the key is no longer rotated', fix: 'leave "enable_key_rotation" on' })]
    : [];

function isOn(reading: ReturnType<typeof readValue>): boolean {
  return reading.state === 'known' && reading.value === true;
}
