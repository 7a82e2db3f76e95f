import { renderPolicyDocument, templateRolePolicy, templateRoleTrust } from '@slipway/access';
import { templateRoleName } from '@slipway/environments';
import { Construct, IamRole, IamRolePolicy, Lazy, TerraformStack } from '../cdktf.ts';

export interface TemplateRoleProps {
  /** Name of the environment. */
  readonly environment: string;
  /** 12 digits. */
  readonly account: string;
}

const ID = 'TemplateRole';

/** The role that ECR assumes to create repositories with tags or a KMS key: one for all registries of a stack. */
export class TemplateRole extends Construct {
  readonly arn: string;
  /** What has to be there before ECR can use the role. */
  readonly permissions: IamRolePolicy;
  readonly #keyArns = new Set<string>();

  private constructor(scope: Construct, { environment, account }: TemplateRoleProps) {
    super(scope, ID);
    const role = new IamRole(this, 'role', {
      name: templateRoleName(environment),
      description: 'ECR creates repositories from templates',
      assumeRolePolicy: renderPolicyDocument(templateRoleTrust({ account })),
    });
    const policy = () => renderPolicyDocument(templateRolePolicy({ account, keyArns: [...this.#keyArns] }));
    this.permissions = new IamRolePolicy(this, 'permissions', {
      name: 'templates',
      role: role.name,
      policy: Lazy.stringValue({ produce: policy }),
    });
    this.arn = role.arn;
  }

  /** The role of the stack that `scope` is in, made when it is asked for first. */
  static of(scope: Construct, props: TemplateRoleProps): TemplateRole {
    const stack = TerraformStack.of(scope);
    const made = stack.node.tryFindChild(ID);
    return made instanceof TemplateRole ? made : new TemplateRole(stack, props);
  }

  /** Lets repositories that ECR creates use a key. */
  useKey(arn: string): void {
    this.#keyArns.add(arn);
  }
}
