import { describe, expect, it } from '@jest/globals';
import { basicScanning, immutable, aes256, type RegistrySpec } from '@slipway/environments';
import { Testing } from '../cdktf.ts';
import { undeclaredGuard } from './undeclared-guard.ts';

const registry: RegistrySpec = {
  region: 'us-east-1',
  scanning: basicScanning(),
  repositories: [
    { name: 'api', tagMutability: immutable(), encryption: aes256(), scanOnPush: true, lifecycle: [], access: {} },
  ],
};

function guard(change: Partial<RegistrySpec> = {}): string {
  return Testing.synthScope((scope) => {
    undeclaredGuard(scope, 'Undeclared', { ...registry, ...change });
  });
}

describe('undeclaredGuard', () => {
  it('reads the names of the registry and checks them after the read, in every plan', () => {
    const { data } = JSON.parse(guard()) as { data: { aws_ecr_repositories: Record<string, unknown> } };
    expect(Object.values(data.aws_ecr_repositories)).toEqual([
      {
        region: 'us-east-1',
        lifecycle: { postcondition: [expect.objectContaining({ condition: expect.any(String) })] },
      },
    ]);
  });

  it('expects what is declared, unmanaged, cached or replicated, and nothing else', () => {
    const text = guard({
      unmanaged: ['old', 'team/'],
      pullThroughCaches: [{ namespace: 'hub', upstream: { registry: 'quay' } }],
      replicationSources: [{ account: '444455556666', prefixes: ['shared-'] }],
    });
    const { condition } = (
      JSON.parse(text) as {
        data: { aws_ecr_repositories: Record<string, { lifecycle: { postcondition: [{ condition: string }] } }> };
      }
    ).data.aws_ecr_repositories['Undeclared']!.lifecycle.postcondition[0];
    expect(condition).toContain('contains(["api","old"], name)');
    expect(condition).toContain('in ["team/","shared-","hub/"] : startswith(name, start)');
  });

  it('is left out where repositories of any name may come from elsewhere', () => {
    expect(guard({ replicationSources: [{ account: '444455556666' }] })).not.toContain('aws_ecr_repositories');
    expect(guard({ pullThroughCaches: [{ namespace: 'ROOT', upstream: { registry: 'quay' } }] })).not.toContain(
      'aws_ecr_repositories',
    );
  });
});
