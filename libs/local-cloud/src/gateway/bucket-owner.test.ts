import { describe, expect, it } from '@jest/globals';
import { environments } from '@slipway/environments';
import { bucketOwner } from './bucket-owner.ts';

describe('bucketOwner', () => {
  it('knows the buckets of every environment, with and without an object', () => {
    for (const { account, state, models } of Object.values(environments)) {
      expect(bucketOwner(`/${state.bucket}/dev/terraform.tfstate?x-id=GetObject`)).toBe(account);
      expect(bucketOwner(`/${models.bucket}?list-type=2`)).toBe(account);
    }
  });

  it('knows nothing of other buckets, nor of names that only begin so', () => {
    expect(bucketOwner('/other/key')).toBeUndefined();
    expect(bucketOwner(`/${environments.dev.state.bucket}-2/key`)).toBeUndefined();
    expect(bucketOwner('/')).toBeUndefined();
  });
});
