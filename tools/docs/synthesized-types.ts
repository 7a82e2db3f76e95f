import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { App, AwsProvider, synthesize, TerraformStack } from '@slipway/ecr-module';
import type { EnvironmentSpec } from '@slipway/environments';

/** What an example exports: one of these. */
export interface Example {
  /** Adds constructs to a stack that has a provider. */
  readonly example?: (stack: TerraformStack) => void;
  /** Adds stacks to an app. */
  readonly stacks?: (app: App) => void;
  /** An environment. */
  readonly spec?: EnvironmentSpec;
}

/**
 * Types of the resources and data sources that an example becomes.
 * @param outdir empty folder, to synthesize into
 * @throws Error when the synthesis refuses it, or it exports nothing that can be synthesized
 */
export async function synthesizedTypes(example: Example, outdir: string): Promise<ReadonlySet<string>> {
  if (example.spec === undefined) synthesizeConstructs(example, outdir);
  else synthesize(example.spec, { outdir });
  const folder = join(outdir, 'stacks');
  const stacks = await readdir(folder);
  const types = await Promise.all(stacks.map((stack) => typesIn(join(folder, stack, 'cdk.tf.json'))));
  return new Set(types.flat());
}

function synthesizeConstructs({ example, stacks }: Example, outdir: string): void {
  if (example === undefined && stacks === undefined) throw new Error('it exports no spec, example or stacks');
  const app = new App({ outdir, stackTraces: false });
  if (example !== undefined) {
    const stack = new TerraformStack(app, 'example');
    new AwsProvider(stack, 'aws', { region: 'us-east-1' });
    example(stack);
  }
  stacks?.(app);
  app.synth();
}

async function typesIn(path: string): Promise<string[]> {
  const { resource = {}, data = {} } = JSON.parse(await readFile(path, 'utf8')) as { resource?: object; data?: object };
  return [...Object.keys(resource), ...Object.keys(data)];
}
