import { describe, expect, it } from '@jest/globals';
import { iamRole } from '@slipway/access';
import { only, synthesized } from '../testing/synthesized.ts';
import { RegistryKey, type RegistryKeyProps } from './registry-key.ts';

function synth(change: Partial<RegistryKeyProps> = {}) {
  return synthesized((stack) => {
    new RegistryKey(stack, 'key', {
      region: 'us-east-1',
      account: '111122223333',
      alias: 'dev-ecr',
      deletionWindowDays: 10,
      ...change,
    });
  });
}
const key = (change: Partial<RegistryKeyProps> = {}) => only('aws_kms_key', synth(change));

describe('RegistryKey', () => {
  it('rotates, and waits before it ends', () => {
    expect(key()).toMatchObject({ enable_key_rotation: true, deletion_window_in_days: 10 });
  });

  it('rotates in the period that is given, else in the one that KMS takes', () => {
    expect(key({ rotationPeriodDays: 90 })['rotation_period_in_days']).toBe(90);
    expect(key()).not.toHaveProperty('rotation_period_in_days');
  });

  it('has an alias', () => {
    expect(only('aws_kms_alias', synth())).toMatchObject({ name: 'alias/dev-ecr', region: 'us-east-1' });
  });

  it('leaves the policy to KMS, which lets the account decide, unless someone is named', () => {
    expect(key()).not.toHaveProperty('policy');
  });

  // KMS developer guide, "Default key policy" and "Allows key administrators to administer the KMS key".
  it.each([['administrators'], ['users']] as const)('lets %s in beside the account', (list) => {
    const policy = JSON.parse(key({ [list]: [iamRole('keeper')] })['policy'] as string) as {
      readonly Statement: readonly { readonly Principal: { readonly AWS: string }; readonly Action: unknown }[];
    };
    const [account, ...others] = policy.Statement;
    expect(account).toMatchObject({ Principal: { AWS: 'arn:aws:iam::111122223333:root' }, Action: 'kms:*' });
    expect(others.length).toBeGreaterThan(0);
    for (const { Principal } of others) expect(Principal.AWS).toBe('arn:aws:iam::111122223333:role/keeper');
  });

  it('can be destroyed only where it is disposable', () => {
    expect(key()['lifecycle']).toEqual({ prevent_destroy: true });
    expect(key({ deletion: 'disposable' })).not.toHaveProperty('lifecycle');
  });
});
