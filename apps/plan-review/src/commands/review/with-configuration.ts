import { addConfiguration } from '@slipway/plan-review';
import type { Plan } from '@slipway/plan-review';
import { Failure } from '../../failure.ts';
import type { Files } from '../../files/files.ts';
import type { PlanFile } from './plan-file.ts';

/** A plan with what it leaves out of its configuration, where that was given. @throws Failure `unreadable-file`, `invalid-configuration` */
export async function withConfiguration(plan: Plan, configuration: PlanFile | undefined, files: Files): Promise<Plan> {
  if (configuration === undefined) return plan;
  const { stack, file } = configuration;
  const configured = addConfiguration(plan, await files.read(file));
  if (configured.plan !== undefined) return configured.plan;
  throw new Failure({
    code: 'invalid-configuration',
    message: `'${file}' is not the configuration that the plan of '${stack}' was made of: ${configured.problem}`,
    fix: "name the 'cdk.tf.json' that Terraform planned, such as 'cdktf.out/stacks/prod/cdk.tf.json'",
  });
}

/** @throws Failure `invalid-configuration` for one of a stack that has no plan here */
export function requireUsed(configurations: readonly PlanFile[], plans: readonly PlanFile[]): void {
  const unused = configurations.find(({ stack }) => !plans.some((plan) => plan.stack === stack));
  if (unused === undefined) return;
  throw new Failure({
    code: 'invalid-configuration',
    message: `'${unused.file}' is of the stack '${unused.stack}', of which there is no plan`,
    fix: `name its plan, too: '--stack ${unused.stack}=<file>'`,
  });
}
