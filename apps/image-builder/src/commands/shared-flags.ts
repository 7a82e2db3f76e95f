import { InvalidArgumentError, Option } from 'commander';
import { RESERVED_ARGS } from './build/plan-build.ts';

/** Flags that several commands have, each made anew for the command that takes it. */
export const sharedFlags = {
  json: (): Option =>
    new Option('--json', 'print one JSON document on standard output, and nothing else there').default(false),
  profile: (): Option =>
    new Option(
      '--profile <profile>',
      "a profile of AWS's configuration files (default: the credentials of the process)",
    ),
  recordDir: (): Option =>
    new Option('--record-dir <folder>', 'where the records go, from the workspace root').default('dist/images'),
  buildArg: (): Option =>
    new Option('--build-arg <NAME=value>', 'a build argument of the Dockerfile, may be repeated')
      .default({})
      .argParser(addBuildArg),
  cacheFrom: (): Option =>
    new Option('--cache-from <image>', 'an image or cache whose steps are taken, may be repeated; none is no failure')
      .default([], 'as image.json says')
      .argParser((image, before: readonly string[]) => [...before, image]),
  cacheTo: (): Option =>
    new Option(
      '--cache-to <image>',
      "where the steps of one container go for other machines: 'inline' (into the image), or a name in a registry, which needs BUILDKIT_HOST",
    ),
} as const;

type BuildArgs = Readonly<Record<string, string>>;

function addBuildArg(text: string, before: BuildArgs): BuildArgs {
  const [, name, value] = /^([A-Za-z_]\w*)=(.*)$/s.exec(text) ?? [];
  if (name === undefined || value === undefined) throw new InvalidArgumentError(`'${text}' is not NAME=value`);
  if (RESERVED_ARGS.some((reserved) => reserved === name)) {
    throw new InvalidArgumentError(`'${name}' comes from git and can't be given; leave it out`);
  }
  return { ...before, [name]: value };
}
