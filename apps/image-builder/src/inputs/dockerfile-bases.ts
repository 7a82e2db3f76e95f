import { dockerfileLines } from './dockerfile-lines.ts';
import type { Instruction } from './dockerfile-lines.ts';

/**
 * The images that a Dockerfile starts from or copies from, in the order in which they first appear.
 * `args` are the build arguments; they win over the defaults of the `ARG`s before the first `FROM`.
 */
export function dockerfileBases(text: string, args: Readonly<Record<string, string>>): string[] {
  const instructions = dockerfileLines(text);
  const values = globalArgs(instructions, args);
  const stages = new Set<string>(['scratch']);
  const bases = new Set<string>();
  for (const { name, rest } of instructions) {
    const used = name === 'FROM' ? [expand(fromImage(rest), values)] : otherImages(rest);
    for (const image of used) if (image !== '' && !isStage(image, stages)) bases.add(image);
    if (name === 'FROM') stages.add(stageName(rest));
  }
  return [...bases];
}

function globalArgs(instructions: readonly Instruction[], args: Readonly<Record<string, string>>): Map<string, string> {
  const values = new Map<string, string>();
  for (const { name, rest } of instructions) {
    if (name === 'FROM') break;
    if (name === 'ARG') for (const word of rest.split(' ')) define(word, { values, args });
  }
  return values;
}

function define(word: string, to: { values: Map<string, string>; args: Readonly<Record<string, string>> }): void {
  const [, name = '', standard = ''] = /^([^=]+)=?(.*)$/.exec(word) ?? [];
  to.values.set(name, to.args[name] ?? expand(standard.replace(/^(["'])(.*)\1$/, '$2'), to.values));
}

/** `$NAME`, `${NAME}`, `${NAME:-if empty}` and `${NAME:+if set}`. */
function expand(text: string, values: ReadonlyMap<string, string>): string {
  return text.replace(new RegExp(VARIABLE, 'g'), (variable) => valueOf(VARIABLE.exec(variable)?.groups ?? {}, values));
}

const VARIABLE = /\$(?:(?<plain>\w+)|\{(?<braced>\w+)(?::(?<sign>[-+])(?<word>[^}]*))?\})/;

function valueOf(parts: Readonly<Record<string, string | undefined>>, values: ReadonlyMap<string, string>): string {
  const { plain, braced, sign, word = '' } = parts;
  const value = values.get(plain ?? braced ?? '') ?? '';
  if (sign === undefined) return value;
  const usesWord = sign === '-' ? value === '' : value !== '';
  return usesWord ? expand(word, values) : value;
}

function fromImage(rest: string): string {
  return rest.split(' ').find((word) => !word.startsWith('--')) ?? '';
}

function stageName(rest: string): string {
  return (/\sAS\s+(\S+)/i.exec(rest)?.[1] ?? '').toLowerCase();
}

/** Images in `COPY --from=` and `RUN --mount=...,from=`, where variables are not replaced. */
function otherImages(rest: string): string[] {
  const flags = rest.split(' ').filter((word) => word.startsWith('--'));
  return flags.flatMap((flag) => /(?:^--|,)from=([^,]+)/.exec(flag)?.[1] ?? []);
}

function isStage(image: string, stages: ReadonlySet<string>): boolean {
  return stages.has(image.toLowerCase()) || /^\d+$/.test(image);
}
