import type { AttributePath } from '../wire/attribute-path.ts';

/** A configuration that the provider refuses, with the argument at fault. Its message is what Terraform prints. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly attribute: AttributePath | undefined;

  constructor(message: string, attribute?: AttributePath) {
    super(message);
    this.attribute = attribute;
  }
}
