import type { TagMutability } from '@slipway/environments';
import { renderPolicy, type LifecycleRule } from '@slipway/lifecycle';
import type { Principal } from '../access/principal.ts';
import { repositoryPolicy } from '../access/repository-policy.ts';
import { Construct, EcrLifecyclePolicy, EcrRepository, EcrRepositoryPolicy, Lazy } from '../cdktf.ts';

export interface RepositoryProps {
  /** Whether tags can be moved. A change is made in place. */
  readonly tagMutability: TagMutability;
  /** Which images expire, first rule first. @default none: images are kept for ever */
  readonly lifecycle?: readonly LifecycleRule[];
  /** ARN of a KMS key. A change replaces the repository. @default AES-256 with a key of ECR */
  readonly kmsKeyArn?: string;
  /** Scan each image when it is pushed (basic scanning). @default true */
  readonly scanOnPush?: boolean;
  /** Resource tags beside the provider's default tags. @default none */
  readonly tags?: Readonly<Record<string, string>>;
  /** `protected`: Terraform refuses to destroy it. `disposable`: it is destroyed with its images. @default 'protected' */
  readonly deletion?: 'protected' | 'disposable';
}

/** Where a repository is: given by the registry that makes it. */
export interface RepositoryLocation {
  readonly region: string;
  readonly name: string;
}

/** One private repository with its lifecycle and access policies. Made by `Registry.repository`. */
export class Repository extends Construct {
  readonly name: string;
  /** `<account>.dkr.ecr.<region>.amazonaws.com/<name>`. Known after the first apply. */
  readonly url: string;
  /** Known after the first apply. */
  readonly arn: string;
  readonly #region: string;
  /** The name as a reference, so that Terraform orders what depends on the repository after it. */
  readonly #reference: string;
  readonly #pull: Principal[] = [];
  readonly #push: Principal[] = [];

  constructor(scope: Construct, id: string, props: RepositoryProps & RepositoryLocation) {
    super(scope, id);
    const repository = new EcrRepository(this, 'repository', repositoryConfig(props));
    this.name = props.name;
    this.#reference = repository.name;
    this.url = repository.repositoryUrl;
    this.arn = repository.arn;
    this.#region = props.region;
    if (props.lifecycle !== undefined && props.lifecycle.length > 0) {
      new EcrLifecyclePolicy(this, 'lifecycle', {
        region: props.region,
        repository: this.#reference,
        policy: renderPolicy(props.lifecycle),
      });
    }
  }

  /** Lets a principal pull images of this repository. Granting twice is the same as once. */
  grantPull(principal: Principal): this {
    this.#pull.push(principal);
    return this.#withPolicy();
  }

  /** Lets a principal push images, and pull what was pushed. Granting twice is the same as once. */
  grantPush(principal: Principal): this {
    this.#push.push(principal);
    return this.#withPolicy();
  }

  /** The policy resource exists from the first grant on; its text is made at synth, when all grants are known. */
  #withPolicy(): this {
    if (this.node.tryFindChild('policy') !== undefined) return this;
    new EcrRepositoryPolicy(this, 'policy', {
      region: this.#region,
      repository: this.#reference,
      policy: Lazy.stringValue({ produce: () => repositoryPolicy({ pull: this.#pull, push: this.#push }) }),
    });
    return this;
  }
}

function repositoryConfig(props: RepositoryProps & RepositoryLocation) {
  const { tagMutability, kmsKeyArn, deletion = 'protected' } = props;
  return {
    region: props.region,
    name: props.name,
    imageTagMutability: tagMutability.mode,
    imageTagMutabilityExclusionFilter: (tagMutability.except ?? []).map((filter) => ({
      filter,
      filterType: 'WILDCARD',
    })),
    encryptionConfiguration: [
      kmsKeyArn === undefined ? { encryptionType: 'AES256' } : { encryptionType: 'KMS', kmsKey: kmsKeyArn },
    ],
    imageScanningConfiguration: { scanOnPush: props.scanOnPush ?? true },
    ...(props.tags === undefined ? {} : { tags: { ...props.tags } }),
    ...(deletion === 'protected' ? { lifecycle: { preventDestroy: true } } : { forceDelete: true }),
  };
}
