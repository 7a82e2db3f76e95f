import { repositoryKey } from '../repository-key.ts';
import type { EcrCall } from './ecr-call.ts';
import { repositoryOf } from './repository-of.ts';
import { withLocalUri } from './with-local-uri.ts';

/** With `force` its images go too, from the registry as well. */
export function deleteRepository(call: EcrCall): Promise<object> {
  const { context, input } = call;
  const id = repositoryOf(call);
  return context.locks.run(repositoryKey(id), async () => {
    const images = await context.controlPlane.details(id);
    const repository = await context.controlPlane.deleteRepository(id, input.flag('force'));
    context.knownRepositories.forget(id);
    for (const { imageDigest } of images) await context.content.deleteManifest(id, imageDigest);
    return { repository: withLocalUri(repository, call) };
  });
}
