import type { EcrCall } from './ecr-call.ts';
import { paginate } from './paginate.ts';
import { withLocalUri } from './with-local-uri.ts';

/** With pages, which moto ignores, and local URIs. */
export async function describeRepositories(call: EcrCall): Promise<object> {
  const { context, input } = call;
  const names = input.optionalTexts('repositoryNames');
  const found = await context.controlPlane.repositories(call, names);
  const records = found.map((record) => withLocalUri(record, call));
  if (names !== undefined) return { repositories: records };
  const page = paginate(records, ({ repositoryName }) => repositoryName, {
    maxResults: input.optionalNumber('maxResults'),
    nextToken: input.optionalText('nextToken'),
  });
  return { repositories: page.items, nextToken: page.nextToken };
}
