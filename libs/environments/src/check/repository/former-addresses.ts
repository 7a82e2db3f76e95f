import { error, under, type LocalFinding } from '@slipway/findings';
import type { FormerAddresses, RepositorySpec } from '../../spec/repository-spec.ts';

/** A moved block can't change the type of a resource. */
const TYPES: Readonly<Record<keyof FormerAddresses, string>> = {
  repository: 'aws_ecr_repository',
  lifecycle: 'aws_ecr_lifecycle_policy',
  policy: 'aws_ecr_repository_policy',
};
const NAME = String.raw`[\p{L}_][\p{L}\p{N}_-]*`;
const INDEX = String.raw`(?:\[(?:\d+|"[^"\\$%]*")\])?`;
const ADDRESS = new RegExp(`^(?:module\\.${NAME}${INDEX}\\.)*(?<type>${NAME})\\.${NAME}${INDEX}$`, 'u');

/** Addresses that Terraform can move the parts of the repository from. */
export function formerAddresses({ movedFrom }: RepositorySpec): LocalFinding[] {
  if (movedFrom === undefined) return [];
  const { repository, lifecycle, policy } = movedFrom;
  return under('moved from', [
    ...address('repository', repository),
    ...address('lifecycle', lifecycle),
    ...address('policy', policy),
  ]);
}

function address(part: keyof FormerAddresses, text: string | undefined): LocalFinding[] {
  if (text === undefined || ADDRESS.exec(text)?.groups?.['type'] === TYPES[part]) return [];
  return [
    error('former-address', {
      path: part,
      message: `"${text}" is not the address of a resource of type ${TYPES[part]}`,
      fix: `write it as "terraform state list" does, such as "module.ecr.${TYPES[part]}.this[0]"`,
      source: 'Terraform language, "Resource addressing"',
    }),
  ];
}
