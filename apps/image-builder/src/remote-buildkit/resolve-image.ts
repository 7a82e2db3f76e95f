import { errorMessage, interrupted } from '@slipway/cli';
import { parseImageRef } from '@slipway/images';
import type { Digest } from '@slipway/images';
import type { CredentialsOf } from '../credentials/credentials.ts';
import { Failure } from '../failure.ts';
import { imageSchema, indexSchema } from '../layers/image-schemas.ts';
import { platformName } from '../layers/platform-name.ts';
import type { ManifestText } from '../registry/image-registry.ts';
import { MANIFEST_TYPES } from '../registry/manifest.ts';
import { readDocument } from '../registry/read-document.ts';
import { pullAuthorization } from './pull-authorization.ts';
import { registryAddress } from './registry-address.ts';

export interface ResolveOptions {
  /** Such as `linux/amd64`. */
  readonly platform: string;
  readonly credentialsOf: CredentialsOf;
  readonly signal: AbortSignal;
}

/** The id of the image that a name means on a platform, as its registry says. No layer is fetched. @throws Failure `base-image-missing` */
export async function resolveImage(name: string, options: ResolveOptions): Promise<Digest> {
  try {
    const { tag = 'latest', digest } = parseImageRef(name);
    const ask = asking(name, options);
    return await idOf(await ask(digest ?? tag), { ask, platform: options.platform });
  } catch (cause) {
    if (options.signal.aborted) throw interrupted(cause);
    throw new Failure({
      code: 'base-image-missing',
      message: `the base image '${name}' can't be found in its registry: ${reasonOf(cause)}`,
      fix: "a BuildKit elsewhere takes base images from registries only: push it to one, log in with 'docker login', and name it by SLIPWAY_BUILD_BASE or SLIPWAY_RUNTIME_BASE",
      cause,
    });
  }
}

type Ask = (reference: string) => Promise<ManifestText>;

/** An index has a manifest for each platform. */
async function idOf({ text }: ManifestText, by: { readonly ask: Ask; readonly platform: string }): Promise<Digest> {
  const document: unknown = JSON.parse(text);
  const index = indexSchema.safeParse(document);
  if (!index.success) return imageSchema.parse(document).config.digest;
  const { manifests } = index.data;
  const names = manifests.map(({ platform }) => (platform === undefined ? '' : platformName(platform)));
  const found = manifests[names.findIndex((name) => name === by.platform || name === `${by.platform}/v8`)];
  if (found === undefined) throw new Error(`it has no image for '${by.platform}', only for ${names.join(', ')}`);
  return imageSchema.parse(JSON.parse((await by.ask(found.digest)).text)).config.digest;
}

/** Asks without a login first, as public images need none. */
function asking(name: string, { credentialsOf, signal }: ResolveOptions): Ask {
  const { host, origin, repository } = registryAddress(name);
  let authorization: string | undefined;
  const send = (url: URL): Promise<Response> =>
    fetch(url, {
      headers: {
        Accept: MANIFEST_TYPES.join(', '),
        ...(authorization === undefined ? {} : { Authorization: authorization }),
      },
      signal,
    });
  return async (reference) => {
    const url = new URL(`${origin}/v2/${repository}/manifests/${reference}`);
    let answer = await send(url);
    if (answer.status === 401) {
      const challenge = answer.headers.get('www-authenticate') ?? '';
      authorization = await pullAuthorization({ challenge, credentials: await credentialsOf(host), signal });
      answer = await send(url);
    }
    if (!answer.ok) throw new Error(`the registry answered with status ${answer.status}`);
    const bytes = new Uint8Array(await answer.arrayBuffer());
    return readDocument({ status: answer.status, headers: answer.headers, bytes, url }, name);
  };
}

/** `fetch` says only that it failed; the reason is the cause. */
function reasonOf(error: unknown): string {
  const { cause } = error instanceof Error ? error : { cause: undefined };
  return cause === undefined ? errorMessage(error) : errorMessage(cause);
}
