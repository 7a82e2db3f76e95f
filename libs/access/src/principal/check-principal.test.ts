import { describe, expect, it } from '@jest/globals';
import { awsAccount } from './account.ts';
import { checkPrincipal } from './check-principal.ts';
import { organization, organizationalUnit } from './organization.ts';
import type { Principal } from './principal.ts';
import { eksNodeRole, iamRole } from './role.ts';
import { awsService } from './service.ts';

const rules = (principal: Principal) => checkPrincipal(principal).map(({ rule }) => rule);

describe('checkPrincipal', () => {
  it.each<[string, Principal]>([
    ['a role', iamRole('github-actions-role')],
    ['a role with a path, of another account', iamRole('service-role/build/ci', '444455556666')],
    ['the longest name', iamRole('a'.repeat(64))],
    ['every character of a name', iamRole('A_z+=,.@-9')],
    ['an account', awsAccount('111122223333')],
    ['a service', awsService('lambda')],
    ['an organisation', organization('o-a1b2c3d4e5')],
    ['a unit below a unit', organizationalUnit('o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/ou-ab12-22222222/')],
    ['a unit without the final slash', organizationalUnit('o-a1b2c3d4e5/r-ab12/ou-ab12-11111111')],
  ])('finds nothing wrong with %s', (_, principal) => {
    expect(checkPrincipal(principal)).toEqual([]);
  });

  it.each<[string, Principal, string]>([
    ['a name of 65 characters', iamRole('a'.repeat(65)), 'principal-role-name'],
    ['a pattern', iamRole('ci-*'), 'principal-role-name'],
    ['an empty name', iamRole(''), 'principal-role-name'],
    ['an ARN for a name', iamRole('arn:aws:iam::111122223333:role/ci'), 'principal-role-name'],
    ['a pattern in the path', iamRole('*/ci'), 'principal-role-path'],
    ['a slash at the beginning', iamRole('/build/ci'), 'principal-role-path'],
    ['a path of more than 512 characters', iamRole(`${'a'.repeat(512)}/ci`), 'principal-role-path'],
    ['an account of 11 digits', eksNodeRole('nodes', '11112222333'), 'principal-account'],
    ['an account with letters', awsAccount('11112222333a'), 'principal-account'],
    ['the account of a service', awsService('sagemaker', '*'), 'principal-account'],
    ['an organisation without its beginning', organization('a1b2c3d4e5'), 'principal-organization'],
    ['every organisation', organization('*'), 'principal-organization'],
    ['a root instead of a unit', organizationalUnit('o-a1b2c3d4e5/r-ab12/'), 'principal-unit-path'],
    ['a pattern of units', organizationalUnit('o-a1b2c3d4e5/*'), 'principal-unit-path'],
  ])('finds %s', (_, principal, rule) => {
    expect(rules(principal)).toEqual([rule]);
  });

  it('quotes what is wrong and says what to write', () => {
    expect(checkPrincipal(awsAccount('123'))).toEqual([
      { rule: 'principal-account', severity: 'error', message: '"123" is no AWS account', fix: 'write its 12 digits' },
    ]);
  });

  it('finds everything about a principal, not only the first', () => {
    expect(rules(iamRole('ci *', '1'))).toEqual(['principal-role-name', 'principal-account']);
  });
});
