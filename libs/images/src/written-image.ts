import { parseImageRef } from './image-ref.ts';
import { InvalidImageValue } from './invalid-image-value.ts';

/** An image as somebody wrote it down. */
export interface WrittenImage {
  readonly repository: string;
  readonly tag: string;
  readonly digest?: string;
}

/** What an address names; without a tag it is `latest`, as for Docker. Undefined for what is no address, such as words. */
export function writtenImage(reference: string): WrittenImage | undefined {
  try {
    const { repository, tag = 'latest', digest } = parseImageRef(reference);
    return { repository, tag, ...(digest === undefined ? {} : { digest }) };
  } catch (error) {
    if (error instanceof InvalidImageValue) return undefined;
    throw error;
  }
}
