import { InvalidImageValue, imageTags } from '@slipway/images';
import type { GitFacts, Tag } from '@slipway/images';
import type { Container } from '../catalog/catalog.ts';
import { readContainerConfig } from '../config/read-container-config.ts';
import type { ConfigWorld } from '../config/read-container-config.ts';
import { Failure } from '../failure.ts';

export interface TagRequest {
  readonly world: ConfigWorld;
  readonly container: Container;
  readonly git: GitFacts;
  readonly inputsHash: string;
  /** Whose rules. @default those for no environment, which name images in the engine */
  readonly environment?: string;
}

/**
 * The tags of a container's image by its rules in image.json.
 * @throws Failure `configuration-invalid`, also when no rule fits the commit
 */
export async function containerTags(request: TagRequest): Promise<readonly Tag[]> {
  const { world, container, git, inputsHash, environment } = request;
  const { tags } = await readContainerConfig(world, container.context);
  const own = environment !== undefined && Object.hasOwn(tags.environments, environment);
  const rules = (own ? tags.environments[environment] : undefined) ?? tags.default;
  try {
    return imageTags(rules, { git, inputsHash, container: container.name });
  } catch (cause) {
    if (!(cause instanceof InvalidImageValue)) throw cause;
    throw new Failure({
      code: 'configuration-invalid',
      message: `'${container.name}' gets no tag${environment === undefined ? '' : ` in '${environment}'`}: ${cause.message}`,
      fix: "give the commit a version ('git tag v1.2.3'), or add a rule with '{sha}' to 'tags' in image.json",
      cause,
    });
  }
}
