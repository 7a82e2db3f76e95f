import { currentRelease, parseDigest } from '@slipway/images';
import type { Digest, ReleaseEntry } from '@slipway/images';
import type { Container, PushTarget } from '../../catalog/catalog.ts';
import type { RepositoryPlace } from '../../ecr/repository-directory.ts';
import { Failure } from '../../failure.ts';
import type { World } from '../../world.ts';
import { recordedDigest } from '../push/read-registry.ts';

export interface ImageChoice {
  readonly digest?: string | undefined;
  readonly tag?: string | undefined;
  readonly recordDir: string;
}

export interface ImageQuestion {
  readonly container: Container;
  readonly target: PushTarget;
  readonly place: RepositoryPlace;
  /** The ledger of the container in the environment. */
  readonly entries: readonly ReleaseEntry[];
  readonly choice: ImageChoice;
}

/**
 * The image to deploy: the one that is asked for, else the one that the ledger calls released, else that of the last push from here.
 * @throws Failure `image-missing` when the registry of the environment doesn't hold it
 */
export async function chooseImage(question: ImageQuestion, world: World): Promise<Digest> {
  const wanted = await wantedReference(question, world);
  const { uri } = question.place;
  const digest = await world.openRegistry(question.place).digestOf(wanted);
  if (digest !== undefined) return digest;
  throw new Failure({
    code: 'image-missing',
    message: `'${uri}' holds no image '${wanted}'`,
    fix: `push or promote it there first: only what the registry of '${question.target.environment}' holds is deployed there`,
  });
}

async function wantedReference({ choice, entries, ...asked }: ImageQuestion, world: World): Promise<string> {
  if (choice.digest !== undefined) return checkedDigest(choice.digest);
  if (choice.tag !== undefined) return choice.tag;
  const { container, target, place } = asked;
  const name = `${container.name}.${target.environment}`;
  const { progress } = world;
  const found =
    currentRelease(entries.filter(({ action }) => action !== 'deploy'))?.digest ??
    (await recordedDigest({ store: world.openRecords(choice.recordDir), name, place, progress }));
  if (found !== undefined) return found;
  throw new Failure({
    code: 'image-missing',
    message: `nothing says which image of '${container.name}' to deploy in '${target.environment}': the ledger has no release, and there is no record '${name}'`,
    fix: 'publish, promote or push it first, or name the image by --tag or --digest',
  });
}

function checkedDigest(text: string): Digest {
  try {
    return parseDigest(text);
  } catch (cause) {
    const message = `'${text}' is no digest`;
    throw new Failure({ code: 'image-missing', message, fix: "write 'sha256:' and 64 hexadecimal digits", cause });
  }
}
