import { describe, expect, it } from '@jest/globals';
import * as access from './index.ts';

describe('@slipway/access', () => {
  it('exports what it was decided to export', () => {
    expect(Object.keys(access).sort()).toEqual([
      'MOST_POLICY_CHARACTERS',
      'accessMatrix',
      'actionsOf',
      'awsAccount',
      'awsService',
      'beanstalkInstanceRole',
      'checkPrincipal',
      'ciRolePolicy',
      'decide',
      'eksNodeRole',
      'gitHubActionsRole',
      'gitHubSubjects',
      'gitHubTrust',
      'iamRole',
      'identityPolicy',
      'keyPolicy',
      'ledgerReaderStatements',
      'organization',
      'organizationalUnit',
      'policySize',
      'publicRepositoryPolicy',
      'registryPolicy',
      'renderPolicyDocument',
      'repositoryArn',
      'repositoryPolicy',
      'sageMakerExecutionRole',
      'templateRolePolicy',
      'templateRoleTrust',
      'tlsOnlyBucketPolicy',
      'topicPolicy',
    ]);
  });
});
