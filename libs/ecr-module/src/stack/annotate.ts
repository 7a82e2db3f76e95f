import type { Finding } from '@slipway/findings';
import { Annotations, type TerraformStack } from '../cdktf.ts';

/**
 * Keeps warnings with the stack: in `manifest.json`, from where the cdktf CLI prints them, and under `//` of `cdk.tf.json`,
 * which Terraform passes over and a reader of the configuration alone still sees.
 */
export function annotate(stack: TerraformStack, warnings: readonly Finding[]): void {
  if (warnings.length === 0) return;
  const lines = warnings.map(({ path, message, rule, fix }) => `${path}: ${message} [${rule}]; fix: ${fix}`);
  for (const line of lines) Annotations.of(stack).addWarning(line);
  stack.addOverride('//.metadata.warnings', lines);
}
