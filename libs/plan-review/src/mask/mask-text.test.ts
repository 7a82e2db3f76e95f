import { describe, expect, it } from '@jest/globals';
import { maskText } from './mask-text.ts';

describe('maskText', () => {
  // Fake: of the forms that AWS, GitHub and others document.
  it.each([
    ['an access key id', 'AKIAIOSFODNN7EXAMPLE'],
    ['a secret access key', 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY'],
    ['a token of GitHub', `ghp_${'a1B2'.repeat(9)}`],
    ['a JSON web token', 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJmYWtlIn0.c2lnbmF0dXJl'],
    ['a hexadecimal key', 'deadbeef'.repeat(8)],
    ['a private key', '-----BEGIN RSA PRIVATE KEY-----\nfake\n-----END RSA PRIVATE KEY-----'],
  ])('masks %s', (_, secret) => {
    expect(maskText(`before ${secret} after`)).toBe('before (masked) after');
  });

  it('masks the login of a URL', () => {
    expect(maskText('postgres://fake:fakeword@db.example/x')).toBe('postgres://(masked)@db.example/x');
  });

  it.each([
    ['an ARN', 'arn:aws:iam::111122223333:role/aws-service-role/ecr.amazonaws.com/AWSServiceRoleForECR'],
    ['a digest', `sha256:${'0123abcd'.repeat(8)}`],
    ['a commit', '0123456789abcdef0123456789abcdef01234567'],
    ['a key id', 'arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab'],
    ['an address', 'aws_ecr_repository.us-east-1_Replicas-us-west-2_smart-budget-planner_repository_90B26897'],
    ['actions', 'ecr:BatchCheckLayerAvailability, ecr:GetDownloadUrlForLayer'],
  ])('leaves %s', (_, text) => {
    expect(maskText(text)).toBe(text);
  });
});
