import { describe } from '@jest/globals';
import { awsService, iamRole } from '@slipway/access';
import { ruleTable } from '../testing/rule-table.ts';
import { publicRepository, withEnvironment, withPublic } from '../testing/sound.ts';

const roles = (count: number) =>
  Array.from({ length: count }, (_, index) => iamRole(`role-${index}-${'x'.repeat(40)}`));

describe('rules of a public repository', () => {
  ruleTable([
    ['error public-repository-name', withPublic({ name: 'a__b' }), withPublic({ name: 'a'.repeat(205) })],
    [
      'error public-repository-declared-twice',
      withEnvironment({ publicRepositories: [publicRepository, publicRepository] }),
      withEnvironment({ publicRepositories: [publicRepository, { ...publicRepository, name: 'tools/web' }] }),
    ],
    [
      'error public-repository-text',
      withPublic({ about: 'a'.repeat(25_601) }),
      withPublic({ about: 'a'.repeat(25_600), description: 'd'.repeat(1024) }),
    ],
    [
      'error public-repository-catalog',
      withPublic({ architectures: ['ARM', 'ARM'] }),
      withPublic({ architectures: ['ARM', 'x86-64'] }),
    ],
    [
      'warning public-repository-not-shown',
      withPublic({ operatingSystems: ['linux'] }),
      withPublic({ operatingSystems: ['Linux'] }),
    ],
    ['error principal-role-name', withPublic({ push: [iamRole('a b')] }), withPublic({ push: [iamRole('a')] })],
    ['error service-pushes', withPublic({ push: [awsService('lambda')] }), withPublic({ push: [iamRole('ci')] })],
    [
      'warning granted-twice',
      withPublic({ push: [iamRole('ci'), iamRole('ci', '111122223333')] }),
      withPublic({ push: [iamRole('ci'), iamRole('ci', '444455556666')] }),
    ],
    ['error repository-policy-size', withPublic({ push: roles(140) }), withPublic({ push: roles(90) })],
    ['error resource-tag-key', withPublic({ tags: { 'a*': 'x' } }), withPublic({ tags: { a: 'x' } })],
  ]);
});
