import type { EcrCall } from '../ecr-call.ts';
import { paginate } from '../paginate.ts';

/** All templates in pages, or those of the prefixes that are there: ECR has no error for a missing one here. */
export async function describeRepositoryCreationTemplates(call: EcrCall): Promise<object> {
  const { context, input, account } = call;
  const templates = [...(await context.records.creationTemplates.all(call)).values()];
  const prefixes = input.optionalTexts('prefixes');
  if (prefixes !== undefined && prefixes.length > 0) {
    const found = templates.filter(({ prefix }) => prefixes.includes(prefix));
    return { registryId: account, repositoryCreationTemplates: found };
  }
  const page = paginate(templates, ({ prefix }) => prefix, {
    maxResults: input.optionalNumber('maxResults'),
    nextToken: input.optionalText('nextToken'),
  });
  return { registryId: account, repositoryCreationTemplates: page.items, nextToken: page.nextToken };
}
