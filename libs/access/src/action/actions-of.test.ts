import { describe, expect, it } from '@jest/globals';
import { actionsOf } from './actions-of.ts';

describe('actionsOf', () => {
  it('lists for a pull the three actions of the ECR user guide', () => {
    expect(new Set(actionsOf('pull'))).toEqual(
      new Set(['ecr:BatchCheckLayerAvailability', 'ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer']),
    );
  });

  it('lists for a push the six actions of the ECR user guide, and no layer to download', () => {
    expect(new Set(actionsOf('push'))).toEqual(
      new Set([
        'ecr:CompleteLayerUpload',
        'ecr:UploadLayerPart',
        'ecr:InitiateLayerUpload',
        'ecr:BatchCheckLayerAvailability',
        'ecr:PutImage',
        'ecr:BatchGetImage',
      ]),
    );
  });

  it('lists for both exactly what the two list, once each', () => {
    expect([...actionsOf('pullPush')].sort()).toEqual(
      [...new Set([...actionsOf('pull'), ...actionsOf('push')])].sort(),
    );
  });

  it('gives a reader neither manifests nor layers, and nothing that changes something', () => {
    for (const action of actionsOf('read'))
      expect(action).toMatch(/^ecr:(Describe|List|Get(Lifecycle|Repository)Policy)/);
  });

  it('never lists the login, which has no resource', () => {
    for (const level of ['pull', 'push', 'pullPush', 'read'] as const) {
      expect(actionsOf(level)).not.toContain('ecr:GetAuthorizationToken');
    }
  });
});
