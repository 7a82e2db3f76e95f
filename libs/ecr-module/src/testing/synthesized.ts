import { AwsProvider, TerraformStack, Testing } from '../cdktf.ts';

/** Arguments of a resource or data source, in Terraform's own names. */
export type Arguments = Readonly<Record<string, unknown>>;
export type ByType = Readonly<Record<string, Readonly<Record<string, Arguments>>>>;

/** The parts of `cdk.tf.json` that the tests read. */
export interface Configuration {
  readonly resource?: ByType;
  readonly data?: ByType;
  readonly import?: readonly Arguments[];
  readonly moved?: readonly Arguments[];
}

/**
 * What `build` adds to a stack, as Terraform reads it.
 * @throws Error with everything that the stack's validations refuse
 */
export function synthesized(build: (stack: TerraformStack) => void): Configuration {
  const stack = new TerraformStack(Testing.app(), 'test');
  new AwsProvider(stack, 'aws', {});
  build(stack);
  return JSON.parse(Testing.synth(stack, true)) as Configuration;
}

/** The address and arguments of the one resource of a type. @throws Error when there are none or several */
export function only(type: string, { resource = {} }: Configuration): Arguments & { readonly address: string } {
  const found = Object.entries(resource[type] ?? {});
  const [first] = found;
  if (first === undefined || found.length > 1) throw new Error(`there are "${found.length}" of "${type}"`);
  return { ...first[1], address: `${type}.${first[0]}` };
}
