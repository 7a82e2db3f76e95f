import { error, type LocalFinding } from '@slipway/findings';

/** ECR API reference, CreateRepository: repositoryName. */
const NAME = /^(?=.{2,256}$)[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*(?:\/[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*)*$/;

export function repositoryName({ name }: { readonly name: string }): LocalFinding[] {
  if (NAME.test(name)) return [];
  return [
    error('repository-name', {
      message: `"${name}" is not a repository name`,
      fix: 'use 2 to 256 lower-case letters and digits, with single separators . _ - between them and / between parts',
      source: 'ECR API reference, CreateRepository: repositoryName',
    }),
  ];
}
