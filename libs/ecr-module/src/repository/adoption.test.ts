import { describe, expect, it } from '@jest/globals';
import { iamRole } from '@slipway/access';
import { immutable } from '@slipway/environments';
import { expireAfterDays, untagged } from '@slipway/lifecycle';
import { only, synthesized } from '../testing/synthesized.ts';
import { Repository } from './repository.ts';

const props = {
  tagMutability: immutable(),
  region: 'us-west-2',
  account: '111122223333',
  lifecycle: [expireAfterDays(1, untagged())],
};

describe('adopt', () => {
  const configuration = synthesized((stack) => {
    new Repository(stack, 'a', { ...props, name: 'team/a', adopt: 'if-exists' });
    new Repository(stack, 'b', { ...props, name: 'team/b', adopt: 'if-exists' });
    new Repository(stack, 'c', { ...props, name: 'team/c' });
  });

  it('reads the names of the region once for all', () => {
    const data = Object.values(configuration.data?.['aws_ecr_repositories'] ?? {});
    expect(data).toHaveLength(1);
    expect(data[0]).toMatchObject({ region: 'us-west-2' });
  });

  it('imports each repository that asks for it if its name is among them, from its region', () => {
    const [existing] = Object.keys(configuration.data?.['aws_ecr_repositories'] ?? {});
    const names = `data.aws_ecr_repositories.${existing ?? ''}.names`;
    expect(configuration.import).toEqual(
      ['a', 'b'].map((id) => ({
        for_each: `\${setintersection(["team/${id}"], ${names})}`,
        to: addressOf(`team/${id}`),
        id: '${each.key}@us-west-2',
      })),
    );
  });

  it('has nothing to read or import where no repository asks for it', () => {
    const none = synthesized((stack) => new Repository(stack, 'a', { ...props, name: 'team/a' }));
    expect(none).not.toHaveProperty('import');
    expect(none).not.toHaveProperty('data');
  });

  function addressOf(name: string): string {
    const all = Object.entries(configuration.resource?.['aws_ecr_repository'] ?? {});
    return `aws_ecr_repository.${all.find(([, one]) => one['name'] === name)?.[0] ?? ''}`;
  }
});

describe('movedFrom', () => {
  const former = {
    repository: 'module.ecr.aws_ecr_repository.this[0]',
    lifecycle: 'module.ecr.aws_ecr_lifecycle_policy.this[0]',
    policy: 'module.ecr.aws_ecr_repository_policy.this[0]',
  };

  it('says where each part was', () => {
    const configuration = synthesized((stack) =>
      new Repository(stack, 'a', { ...props, name: 'team/a', movedFrom: former }).grantPull(iamRole('nodes')),
    );
    expect(configuration.moved).toEqual([
      { from: former.repository, to: only('aws_ecr_repository', configuration).address },
      { from: former.lifecycle, to: only('aws_ecr_lifecycle_policy', configuration).address },
      { from: former.policy, to: only('aws_ecr_repository_policy', configuration).address },
    ]);
  });

  it('says nothing of parts that are not there', () => {
    const configuration = synthesized(
      (stack) => new Repository(stack, 'a', { ...props, lifecycle: [], name: 'team/a', movedFrom: former }),
    );
    expect(configuration.moved).toEqual([
      { from: former.repository, to: only('aws_ecr_repository', configuration).address },
    ]);
  });
});

describe('HCL', () => {
  it('is refused where it would leave a block out', () => {
    synthesized((stack) => {
      new Repository(stack, 'a', { ...props, name: 'team/a', adopt: 'if-exists' });
      expect(() => stack.toHclTerraform()).toThrow('"test/a/adoption" can\'t be written as HCL');
    });
  });
});
