import { expect, it } from '@jest/globals';
import * as deployments from './index.ts';

it('exports exactly this', () => {
  expect(Object.keys(deployments).sort()).toEqual([
    'AwsBeanstalkReader',
    'KUBECTL_PATIENCE',
    'Kubectl',
    'KubectlImages',
    'S3Ledger',
    'beanstalkFailure',
    'beanstalkTargetSchema',
    'deploySchema',
    'digestOfLabel',
    'eksTargetSchema',
    'openServices',
    'openUseSources',
    'parseAnswer',
    'useSources',
    'versionLabel',
  ]);
});
