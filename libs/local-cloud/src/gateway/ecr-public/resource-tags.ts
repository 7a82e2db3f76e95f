import type { EcrCall } from '../ecr/ecr-call.ts';
import { invalidParameter } from '../ecr/invalid-parameter.ts';
import { changePublicRepository } from './change-public-repository.ts';
import { readPublicRepository } from './read-public-repository.ts';
import { withTags } from './tags-input.ts';

export async function tagResource(call: EcrCall): Promise<object> {
  await changePublicRepository(call, {
    name: repositoryName(call),
    change: (before) => ({ ...before, tags: withTags(before.tags, call.input) }),
  });
  return {};
}

export async function untagResource(call: EcrCall): Promise<object> {
  const removed = call.input.optionalTexts('tagKeys') ?? [];
  await changePublicRepository(call, {
    name: repositoryName(call),
    change: (before) => ({ ...before, tags: without(before.tags, removed) }),
  });
  return {};
}

export async function listTagsForResource(call: EcrCall): Promise<object> {
  const { tags } = await readPublicRepository(call, repositoryName(call));
  return { tags: Object.entries(tags).map(([Key, Value]) => ({ Key, Value })) };
}

function without(tags: Readonly<Record<string, string>>, removed: readonly string[]): Record<string, string> {
  return Object.fromEntries(Object.entries(tags).filter(([key]) => !removed.includes(key)));
}

function repositoryName({ input, account }: EcrCall): string {
  const [, owner, name] = /^arn:aws:ecr-public::(\d{12}):repository\/(.+)$/.exec(input.text('resourceArn')) ?? [];
  if (owner === account && name !== undefined) return name;
  throw invalidParameter('resourceArn', 'Invalid ARN');
}
