import { parseDigest } from './digest.ts';
import type { Digest } from './digest.ts';
import { InvalidImageValue } from './invalid-image-value.ts';
import { parseTagName } from './tag-name.ts';

/** Where an image is, parsed once: `[registry/]repository[:tag][@digest]`. */
export interface ImageRef {
  /** Host with an optional port; undefined where the text names none, which Docker reads as the local engine or Docker Hub. */
  readonly registry: string | undefined;
  readonly repository: string;
  readonly tag: string | undefined;
  readonly digest: Digest | undefined;
}

const label = '[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?';
const HOST = new RegExp(`^(?:${label}(?:\\.${label})*|\\[[0-9a-fA-F:]+\\])(?::[0-9]{1,5})?$`);
const PATH = /^[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*(?:\/[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*)*$/;

/** @throws InvalidImageValue when the text is no image reference. */
export function parseImageRef(text: string): ImageRef {
  const [name = '', digest, ...rest] = text.split('@');
  if (rest.length > 0) throw invalid(text, `there is more than one '@'`);
  const { path, tag } = splitTag(name);
  const { registry, repository } = splitRegistry(path);
  if (registry !== undefined && !HOST.test(registry)) throw invalid(text, `'${registry}' is not a host with a port`);
  if (!PATH.test(repository))
    throw invalid(text, `'${repository}' is not a repository: use lower-case parts joined by '/'`);
  return {
    registry,
    repository,
    tag: tag === undefined ? undefined : parseTagName(tag),
    digest: digest === undefined ? undefined : parseDigest(digest),
  };
}

/** The text that `parseImageRef` reads back as the same reference. */
export function formatImageRef({ registry, repository, tag, digest }: ImageRef): string {
  const name = registry === undefined ? repository : `${registry}/${repository}`;
  return `${name}${tag === undefined ? '' : `:${tag}`}${digest === undefined ? '' : `@${digest}`}`;
}

function splitTag(name: string): { path: string; tag: string | undefined } {
  const colon = name.lastIndexOf(':');
  if (colon <= name.lastIndexOf('/')) return { path: name, tag: undefined };
  return { path: name.slice(0, colon), tag: name.slice(colon + 1) };
}

/** Docker's own rule: only a first part that could not be a repository's is a host. */
function splitRegistry(path: string): { registry: string | undefined; repository: string } {
  const slash = path.indexOf('/');
  const first = path.slice(0, Math.max(slash, 0));
  const isHost = /[.:[]/.test(first) || first === 'localhost' || first !== first.toLowerCase();
  return isHost ? { registry: first, repository: path.slice(slash + 1) } : { registry: undefined, repository: path };
}

function invalid(text: string, why: string): InvalidImageValue {
  return new InvalidImageValue(`'${text}' is not an image reference: ${why}`);
}
