import { join } from 'node:path';
import type { BuildContext } from '../context/build-context.ts';
import { contextWarning } from '../context/context-size.ts';
import { readContext } from '../context/read-context.ts';
import type { Container } from '../catalog/catalog.ts';
import type { ImageEngine } from '../engine/image-engine.ts';
import { dockerfileBases } from './dockerfile-bases.ts';
import { hashInputs } from './hash-inputs.ts';

/** All that decides what an image holds. */
export interface BuildInputs {
  readonly context: BuildContext;
  /** Arguments for the Dockerfile: the chosen base images and what the caller gave. */
  readonly args: Readonly<Record<string, string>>;
  readonly hash: string;
}

export interface InputsRequest {
  readonly container: Container;
  readonly workspace: string;
  /** `BUILD_BASE` and `RUNTIME_BASE` as far as the machine sets them. */
  readonly baseArgs: Readonly<Record<string, string>>;
  readonly buildArgs: Readonly<Record<string, string>>;
  readonly engine: ImageEngine;
  readonly signal: AbortSignal;
  readonly say: (line: string) => void;
}

/** Reads a container's context and looks up its base images, pulling the ones that the engine lacks. */
export async function collectInputs({ container, workspace, ...given }: InputsRequest): Promise<BuildInputs> {
  const context = await readContext(join(workspace, container.context));
  const warning = contextWarning(context.entries);
  if (warning !== undefined) given.say(warning);
  const args = { ...given.baseArgs, ...given.buildArgs };
  const baseIds: string[] = [];
  for (const base of dockerfileBases(context.dockerfile, args)) baseIds.push(await baseId(base, given));
  return { context, args, hash: hashInputs({ container: container.name, context, args: given.buildArgs, baseIds }) };
}

async function baseId(
  name: string,
  { engine, signal, say }: Omit<InputsRequest, 'container' | 'workspace'>,
): Promise<string> {
  const found = await engine.find(name);
  if (found !== undefined) return found.id;
  say(`pulling the base image ${name}`);
  return (await engine.pull(name, signal)).id;
}
