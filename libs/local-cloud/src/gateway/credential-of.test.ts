import { describe, expect, it } from '@jest/globals';
import { credentialOf } from './credential-of.ts';

describe('credentialOf', () => {
  // The header of AWS's documentation of signature version 4.
  const authorization =
    'AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request, SignedHeaders=host;range;x-amz-date, Signature=fe5f80';

  it('reads the Authorization header', () => {
    expect(credentialOf({ authorization, url: '/' })).toEqual({
      accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
      region: 'us-east-1',
      service: 's3',
    });
  });

  it('reads a presigned URL', () => {
    const url =
      '/bucket/key?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=LOCAL111122223333%2F20261123%2Feu-west-1%2Fs3%2Faws4_request';
    expect(credentialOf({ url })).toEqual({ accessKeyId: 'LOCAL111122223333', region: 'eu-west-1', service: 's3' });
  });

  it.each([undefined, 'Basic QVdTOng=', 'AWS4-HMAC-SHA256 Credential=a/b/c'])('finds none in %s', (header) => {
    expect(credentialOf({ authorization: header, url: '/?x=1' })).toBeUndefined();
  });
});
