import { InvalidArgumentError, Option } from 'commander';
import { isDigest } from '@slipway/images';
import type { Digest } from '@slipway/images';

/** Which image of a registry is meant: one of the two. */
export const imageFlags = {
  tag: (): Option =>
    new Option('--tag <tag>', 'a tag in that registry (default: what was pushed last from here)').conflicts('digest'),
  digest: (): Option => new Option('--digest <digest>', 'a digest in that registry').argParser(digest),
} as const;

function digest(text: string): Digest {
  if (isDigest(text)) return text;
  throw new InvalidArgumentError(`'${text}' is not sha256: and 64 hexadecimal digits`);
}
