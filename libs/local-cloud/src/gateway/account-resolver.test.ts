import { expect, it } from '@jest/globals';
import { AccountResolver } from './account-resolver.ts';

it('asks once about a foreign key and never about ours', async () => {
  const asked: string[] = [];
  const resolver = new AccountResolver('111122223333', (key) => {
    asked.push(key);
    return Promise.resolve('999988887777');
  });
  expect(await resolver.resolve('ASIAFOREIGN')).toBe('999988887777');
  expect(await resolver.resolve('ASIAFOREIGN')).toBe('999988887777');
  expect(await resolver.resolve('LOCAL444455556666')).toBe('444455556666');
  expect(asked).toEqual(['ASIAFOREIGN']);
});
