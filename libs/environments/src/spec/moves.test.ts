import { describe, expect, it } from '@jest/globals';
import { moves } from './moves.ts';
import { immutable, immutableExcept, mutable, mutableExcept } from './tag-mutability.ts';

describe('moves', () => {
  it('follows the four modes of ECR', () => {
    expect(moves(mutable(), 'v1')).toBe(true);
    expect(moves(immutable(), 'latest')).toBe(false);
    expect(moves(immutableExcept('latest'), 'latest')).toBe(true);
    expect(moves(immutableExcept('latest'), 'latest-2')).toBe(false);
    expect(moves(mutableExcept('v*'), 'v1')).toBe(false);
    expect(moves(mutableExcept('v*'), 'dev-1')).toBe(true);
  });

  it('takes "." literally and "*" as zero or more characters', () => {
    expect(moves(immutableExcept('v1.*'), 'v1.2')).toBe(true);
    expect(moves(immutableExcept('v1.*'), 'v1x2')).toBe(false);
    expect(moves(immutableExcept('latest*'), 'latest')).toBe(true);
  });
});
