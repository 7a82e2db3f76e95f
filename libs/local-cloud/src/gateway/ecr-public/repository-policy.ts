import { AwsError } from '../aws-error.ts';
import type { EcrCall } from '../ecr/ecr-call.ts';
import { invalidParameter } from '../ecr/invalid-parameter.ts';
import { changePublicRepository } from './change-public-repository.ts';
import type { PublicRepository } from './public-repository.ts';
import { readPublicRepository } from './read-public-repository.ts';

const longestPolicy = 10_240;

export async function getRepositoryPolicy(call: EcrCall): Promise<object> {
  const repository = await readPublicRepository(call, call.input.text('repositoryName'));
  return policyAnswer(repository, requirePolicy(repository));
}

/** Keeps the policy. Nobody is allowed or denied anything by it. */
export async function setRepositoryPolicy(call: EcrCall): Promise<object> {
  const policyText = policyInput(call);
  const name = call.input.text('repositoryName');
  const change = (before: PublicRepository) => ({ ...before, policyText });
  return policyAnswer(await changePublicRepository(call, { name, change }), policyText);
}

export async function deleteRepositoryPolicy(call: EcrCall): Promise<object> {
  const name = call.input.text('repositoryName');
  let removed = '';
  const repository = await changePublicRepository(call, {
    name,
    change: (before) => {
      removed = requirePolicy(before);
      return { ...before, policyText: undefined };
    },
  });
  return policyAnswer(repository, removed);
}

function policyInput({ input }: EcrCall): string {
  const text = input.optionalUpTo('policyText', longestPolicy) ?? '';
  if (isPolicy(text)) return text;
  throw invalidParameter('PolicyText', 'Invalid repository policy provided');
}

function isPolicy(text: string): boolean {
  try {
    const policy: unknown = JSON.parse(text);
    return typeof policy === 'object' && policy !== null && 'Statement' in policy;
  } catch (cause) {
    if (cause instanceof SyntaxError) return false;
    throw cause;
  }
}

function requirePolicy({ record, policyText }: PublicRepository): string {
  if (policyText !== undefined) return policyText;
  throw new AwsError(
    'RepositoryPolicyNotFoundException',
    `Repository policy does not exist for the repository with name '${record.repositoryName}' in the registry with id '${record.registryId}'`,
  );
}

function policyAnswer({ record }: PublicRepository, policyText: string): object {
  return { registryId: record.registryId, repositoryName: record.repositoryName, policyText };
}
