import { describe, expect, it } from '@jest/globals';
import { gitHubActionsRole } from '@slipway/access';
import { only, synthesized } from '../testing/synthesized.ts';
import { PublicRepository, type PublicRepositoryProps } from './public-repository.ts';

function synth(change: Partial<PublicRepositoryProps> = {}) {
  return synthesized((stack) => {
    new PublicRepository(stack, 'cli', { name: 'cli', description: 'a tool', account: '111122223333', ...change });
  });
}
const repository = (change: Partial<PublicRepositoryProps> = {}) => only('aws_ecrpublic_repository', synth(change));

describe('PublicRepository', () => {
  // ECR Public user guide, "Amazon ECR Public endpoints": the API is in us-east-1.
  it('is in the one region of the gallery', () => {
    expect(repository()['region']).toBe('us-east-1');
  });

  it('shows what the gallery can show, and leaves out what is not given', () => {
    expect(repository()['catalog_data']).toEqual({ description: 'a tool' });
    expect(
      repository({ about: '# A', usage: 'run', architectures: ['ARM 64'], operatingSystems: ['Linux'] })[
        'catalog_data'
      ],
    ).toEqual({
      description: 'a tool',
      about_text: '# A',
      usage_text: 'run',
      architectures: ['ARM 64'],
      operating_systems: ['Linux'],
    });
  });

  it('is destroyed with its images only where it is disposable', () => {
    expect(repository()['lifecycle']).toEqual({ prevent_destroy: true });
    expect(repository()).not.toHaveProperty('force_destroy');
    expect(repository({ deletion: 'disposable' })['force_destroy']).toBe(true);
  });

  it('lets principals push, and has no policy where none are named', () => {
    const { policy } = only('aws_ecrpublic_repository_policy', synth({ push: [gitHubActionsRole('ci')] }));
    expect(JSON.parse(policy as string)).toMatchObject({
      Statement: [{ Effect: 'Allow', Principal: { AWS: 'arn:aws:iam::111122223333:role/ci' } }],
    });
    expect(synth().resource).not.toHaveProperty('aws_ecrpublic_repository_policy');
  });

  it('has nothing that only private repositories have', () => {
    const props: PublicRepositoryProps = { name: 'cli', description: 'a tool', account: '111122223333' };
    // @ts-expect-error everyone can pull
    expect({ ...props, pull: [] } satisfies PublicRepositoryProps).toHaveProperty('pull');
  });
});
