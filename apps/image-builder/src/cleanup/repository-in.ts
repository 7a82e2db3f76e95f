import { InvalidImageValue, parseImageRef } from '@slipway/images';

export interface WrittenImage {
  readonly repository: string;
  readonly tag: string;
  readonly digest?: string;
}

/** What an address names; without a tag it is `latest`, as for Docker. Undefined for what is no address, such as words. */
export function repositoryIn(reference: string): WrittenImage | undefined {
  try {
    const { repository, tag = 'latest', digest } = parseImageRef(reference);
    return { repository, tag, ...(digest === undefined ? {} : { digest }) };
  } catch (error) {
    if (error instanceof InvalidImageValue) return undefined;
    throw error;
  }
}
