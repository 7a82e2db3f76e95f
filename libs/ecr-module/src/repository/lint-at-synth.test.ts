import { describe, expect, it } from '@jest/globals';
import { iamRole } from '@slipway/access';
import { immutable } from '@slipway/environments';
import { anyImage, expireAfterDays, keepNewest, tagged, untagged } from '@slipway/lifecycle';
import { Construct } from '../cdktf.ts';
import { synthesized } from '../testing/synthesized.ts';
import { CHECKED } from './lint-at-synth.ts';
import type { RepositoryProps } from './repository-props.ts';
import { Repository } from './repository.ts';

const sound = { tagMutability: immutable(), lifecycle: [expireAfterDays(1, untagged())] };
const place = { name: 'api', region: 'us-east-1', account: '111122223333' };

function synth(props: Partial<RepositoryProps>, role = 'nodes', isChecked = false): Repository {
  const made: Repository[] = [];
  synthesized((stack) => {
    const scope = new Construct(stack, 'scope');
    scope.node.setContext(CHECKED, isChecked);
    made.push(new Repository(scope, 'api', { ...sound, ...place, ...props }).grantPull(iamRole(role)));
  });
  return made[0]!;
}

describe('lintAtSynth', () => {
  it('refuses all that ECR would reject at once', () => {
    const lifecycle = [keepNewest(5, anyImage()), keepNewest(0, tagged('v'))];
    const refused = expect(() => synth({ lifecycle }, 'a role'));
    for (const rule of ['lifecycle-any-last', 'lifecycle-count-number', 'principal-role-name'])
      refused.toThrow(`[${rule}]; fix: `);
  });

  it('shows what ECR would silently misread', () => {
    const { node } = synth({ lifecycle: [keepNewest(5, tagged('v'))] });
    expect(node.metadata).toContainEqual(
      expect.objectContaining({ type: '@cdktf/warn', data: expect.stringContaining('lifecycle-untagged-kept') }),
    );
  });

  it('says nothing of a sound repository', () => {
    expect(synth({}).node.metadata).toEqual([]);
  });

  it('does not check again what a checked spec was made into', () => {
    expect(() => synth({}, 'a role', true)).not.toThrow();
  });
});
