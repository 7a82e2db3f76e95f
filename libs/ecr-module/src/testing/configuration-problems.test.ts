import { describe, expect, it } from '@jest/globals';
import { configurationProblems } from './configuration-problems.ts';
import { providerSchema } from './provider-schema.ts';
import type { Arguments } from './synthesized.ts';

const schema = providerSchema();
const sound = {
  name: 'team/api',
  encryption_configuration: [{ encryption_type: 'AES256' }],
  image_scanning_configuration: { scan_on_push: true },
  lifecycle: { prevent_destroy: true },
};
const problems = (repository: Arguments, more: object = {}) =>
  configurationProblems({ resource: { aws_ecr_repository: { api: repository } }, ...more }, schema);

describe('configurationProblems', () => {
  it('finds nothing in a sound configuration', () => {
    expect(problems(sound)).toEqual([]);
  });

  it.each([
    ['an unknown argument', { mutable: true }, 'mutable: unknown'],
    [
      'an unknown argument of a block',
      { image_scanning_configuration: { on_push: true } },
      'image_scanning_configuration.on_push: unknown',
    ],
    [
      'a missing argument of a block',
      { image_scanning_configuration: {} },
      'image_scanning_configuration.scan_on_push: missing',
    ],
    [
      'too many blocks',
      { image_scanning_configuration: [{ scan_on_push: true }, { scan_on_push: true }] },
      'image_scanning_configuration: there are "2"',
    ],
    ['a value of another type', { force_delete: 'yes' }, 'force_delete: ""yes"" is not "bool"'],
    ['what only the provider can say', { repository_url: 'x' }, "repository_url: can't be set"],
    ['a value where a block belongs', { encryption_configuration: 'KMS' }, 'encryption_configuration.not a block'],
    ['an unknown lifecycle argument', { lifecycle: { prevent_destory: true } }, 'lifecycle.prevent_destory: unknown'],
  ])('finds %s', (_, change, problem) => {
    expect(problems({ ...sound, ...change })).toContain(`aws_ecr_repository.api.${problem}`);
  });

  it('finds a missing argument', () => {
    expect(problems({})).toEqual(['aws_ecr_repository.api.name: missing']);
  });

  it('finds types that the provider does not have', () => {
    expect(configurationProblems({ resource: { aws_ecr: { api: {} } } }, schema)).toEqual(['aws_ecr: no such type']);
  });

  it('finds references to what is not there', () => {
    expect(problems({ ...sound, name: '${aws_ecr_repository.other.name}' })).toEqual([
      'aws_ecr_repository.other.name: refers to nothing',
    ]);
    expect(problems({ ...sound, name: '${aws_ecr_repository.api.url}' })).toEqual([
      'aws_ecr_repository.api.url: refers to nothing',
    ]);
    expect(problems(sound, { import: [{ to: 'aws_ecr_repository.other', id: 'x' }] })).toEqual([
      'aws_ecr_repository.other: refers to nothing',
    ]);
    expect(problems(sound, { moved: [{ from: 'aws_ecr_repository.former', to: 'aws_ecr_repository.api' }] })).toEqual(
      [],
    );
  });
});
