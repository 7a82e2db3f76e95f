import { InvalidArgumentError, Option } from 'commander';
import { isDigest, parseDigest, parseTagName } from '@slipway/images';
import { errorMessage } from '@slipway/cli';

/** Flags of the commands that look at images. */
export const imageFlags = {
  env: (): Option =>
    new Option('--env <environment>', 'whose registry is read, such as dev or prod').makeOptionMandatory(),
  tag: (): Option =>
    new Option('--tag <tag>', 'the image under this tag').argParser(checked(parseTagName)).conflicts('digest'),
  digest: (): Option => new Option('--digest <digest>', 'the image with this digest').argParser(checked(parseDigest)),
  compare: (): Option =>
    new Option('--compare <tag-or-digest>', 'another image of the container, which a host gets next').argParser(
      checked((text) => (isDigest(text) ? text : parseTagName(text))),
    ),
  platform: (): Option => new Option('--platform <platform>', 'only this platform of an index, such as linux/arm64'),
  markdown: (): Option =>
    new Option('--markdown', "print GitHub's Markdown, for pull requests and step summaries").conflicts('json'),
} as const;

/** @throws InvalidArgumentError in the words of `parse` */
function checked(parse: (text: string) => string): (text: string) => string {
  return (text) => {
    try {
      return parse(text);
    } catch (error) {
      throw new InvalidArgumentError(errorMessage(error));
    }
  };
}
