import type { ImageDetail } from '../control-plane.ts';
import type { EcrCall } from './ecr-call.ts';
import { matchesTagStatus } from './matches-tag-status.ts';
import { paginate } from './paginate.ts';
import { repositoryOf } from './repository-of.ts';
import { withContent } from './with-content.ts';

/** With pages, the filter and the sizes that moto lacks. */
export async function describeImages(call: EcrCall): Promise<object> {
  const { context, input } = call;
  const id = repositoryOf(call);
  const imageIds = input.optionalImageIds();
  const details = await context.controlPlane.details(id, imageIds);
  if (imageIds !== undefined) return { imageDetails: await withContent(context.controlPlane, id, details) };
  const page = paginate(details.filter(wanted(input.tagStatus())), ({ imageDigest }) => imageDigest, {
    maxResults: input.optionalNumber('maxResults'),
    nextToken: input.optionalText('nextToken'),
  });
  return { imageDetails: await withContent(context.controlPlane, id, page.items), nextToken: page.nextToken };
}

function wanted(status: string | undefined): (detail: ImageDetail) => boolean {
  return ({ imageTags }) => matchesTagStatus(imageTags !== undefined, status);
}
