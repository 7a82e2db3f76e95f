import { identityPolicy, type AccessLevel, type Grant, type PolicyDocument, type Principal } from '@slipway/access';
import type { FormerAddresses } from '@slipway/environments';
import { renderPolicy, type LifecycleRule } from '@slipway/lifecycle';
import { Construct, EcrLifecyclePolicy, EcrRepository, EcrRepositoryPolicy, type TerraformResource } from '../cdktf.ts';
import { accessPolicyText, policyProblems } from './access-policy.ts';
import { adoption } from './adoption.ts';
import { lintAtSynth } from './lint-at-synth.ts';
import { arnOf } from './repository-address.ts';
import { repositoryConfig } from './repository-config.ts';
import type { RepositoryPlace, RepositoryProps } from './repository-props.ts';
import { RootBlocks } from './root-blocks.ts';

/** One private repository with its lifecycle and access policies. Made by `Registry.repository`. */
export class Repository extends Construct {
  readonly name: string;
  readonly region: string;
  /** 12 digits. */
  readonly account: string;
  readonly #resource: EcrRepository;
  readonly #movedFrom: FormerAddresses | undefined;
  readonly #grants: Grant[] = [];
  #policy: EcrRepositoryPolicy | undefined;

  /** @throws Error when `encryption` asks for the registry's key and there is none */
  constructor(scope: Construct, id: string, props: RepositoryProps & RepositoryPlace) {
    super(scope, id);
    this.name = props.name;
    this.region = props.region;
    this.account = props.account;
    this.#movedFrom = props.movedFrom;
    this.#resource = new EcrRepository(this, 'repository', repositoryConfig(props));
    this.#moved(this.#resource, props.movedFrom?.repository);
    if (props.adopt === 'if-exists') {
      adoption(this, 'adoption', { ...props, to: address(this.#resource), beside: scope });
    }
    const { lifecycle = [] } = props;
    if (lifecycle.length > 0) this.#lifecycle(lifecycle);
    lintAtSynth(this, { lifecycle, grants: () => this.#grants });
  }

  /** `<account>.dkr.ecr.<region>.amazonaws.com/<name>`, as a reference: what uses it is deployed after the repository. */
  get url(): string {
    return this.#resource.repositoryUrl;
  }

  /** As a reference: what uses it is deployed after the repository. */
  get arn(): string {
    return this.#resource.arn;
  }

  /** Number of the registry: the account, which ECR calls so in its API. */
  get registryId(): string {
    return this.account;
  }

  /** Lets a principal download images. Granting twice is the same as once. */
  grantPull(principal: Principal): this {
    return this.grant([{ principal, access: 'pull' }]);
  }

  /** Lets a principal upload images, and download none. Granting twice is the same as once. */
  grantPush(principal: Principal): this {
    return this.grant([{ principal, access: 'push' }]);
  }

  /** Lets a principal upload and download images. Granting twice is the same as once. */
  grantPullPush(principal: Principal): this {
    return this.grant([{ principal, access: 'pullPush' }]);
  }

  /** Lets a principal see the repository, its images and their scan findings, and no layer. Granting twice is the same as once. */
  grantRead(principal: Principal): this {
    return this.grant([{ principal, access: 'read' }]);
  }

  /** Several grants at once. All grants together are one policy, refused at synth when ECR would find it too long. */
  grant(grants: readonly Grant[]): this {
    this.#grants.push(...grants);
    const text = accessPolicyText(this.#grants, this.account);
    if (text === undefined) return this;
    this.#policy ??= this.#accessPolicy(text);
    this.#policy.policy = text;
    return this;
  }

  /** What a principal needs in its own policies beside a grant: this access, and the token to log in with. */
  identityPolicy(access: AccessLevel): PolicyDocument {
    return identityPolicy([{ repositoryArn: arnOf(this), access }]);
  }

  #lifecycle(rules: readonly LifecycleRule[]): void {
    const lifecycle = new EcrLifecyclePolicy(this, 'lifecycle', { ...this.#attached(), policy: renderPolicy(rules) });
    this.#moved(lifecycle, this.#movedFrom?.lifecycle);
  }

  #accessPolicy(text: string): EcrRepositoryPolicy {
    const policy = new EcrRepositoryPolicy(this, 'policy', { ...this.#attached(), policy: text });
    this.#moved(policy, this.#movedFrom?.policy);
    this.node.addValidation({ validate: () => policyProblems(policy.policyInput ?? '') });
    return policy;
  }

  /**
   * A replaced repository keeps its name, so Terraform would see no reason to put its policies again, and they would be gone
   * until the next apply. The ARN is unknown in exactly the plans that replace the repository.
   * The references are texts, not tokens: cdktf resolves each token three times.
   */
  #attached() {
    const repository = address(this.#resource);
    return {
      region: this.region,
      repository: `\${${repository}.name}`,
      lifecycle: { replaceTriggeredBy: [`${repository}.arn`] },
    };
  }

  #moved(resource: TerraformResource, from: string | undefined): void {
    if (from === undefined) return;
    new RootBlocks(this, `${resource.node.id}-moved`, { moved: [{ from, to: address(resource) }] });
  }
}

/** Where Terraform's state has a resource. Unlike `fqn`, which is an expression. */
function address({ terraformResourceType, friendlyUniqueId }: TerraformResource): string {
  return `${terraformResourceType}.${friendlyUniqueId}`;
}
