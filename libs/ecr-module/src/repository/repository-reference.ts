import { identityPolicy, type AccessLevel, type PolicyDocument, type RepositoryAddress } from '@slipway/access';
import { Construct } from '../cdktf.ts';
import { parseRepositoryArn } from './parse-repository-arn.ts';
import { arnOf, repositoryUrl } from './repository-address.ts';

/**
 * A private repository that something else owns: another stack, another account, or nobody's Terraform.
 *
 * It has no grants and no lifecycle. A repository has one policy and one lifecycle policy, each put as a whole: putting one from
 * here would erase what the owner put, and the owner's next apply would erase this one. Ask the owner to grant access to your
 * principal (with its account), and give the principal `identityPolicy`; of another account, it needs both.
 * Nothing is looked up: that the repository exists shows when it is used.
 */
export class RepositoryReference extends Construct {
  readonly name: string;
  readonly region: string;
  /** 12 digits. */
  readonly account: string;
  /** `<account>.dkr.ecr.<region>.amazonaws.com/<name>`, with the host name of the region's partition. */
  readonly url: string;
  readonly arn: string;

  private constructor(scope: Construct, id: string, address: RepositoryAddress) {
    super(scope, id);
    this.name = address.name;
    this.region = address.region;
    this.account = address.account;
    this.url = repositoryUrl(address);
    this.arn = arnOf(address);
  }

  /** @throws Error for a region whose partition is not known */
  static fromName(scope: Construct, id: string, address: RepositoryAddress): RepositoryReference {
    return new RepositoryReference(scope, id, address);
  }

  /** @throws Error for what is not the ARN of a private repository, and for partitions that are not known */
  static fromArn(scope: Construct, id: string, arn: string): RepositoryReference {
    return new RepositoryReference(scope, id, parseRepositoryArn(arn));
  }

  /** Number of the registry: the account, which ECR calls so in its API. */
  get registryId(): string {
    return this.account;
  }

  /** What a principal needs in its own policies beside the owner's grant: this access, and the token to log in with. */
  identityPolicy(access: AccessLevel): PolicyDocument {
    return identityPolicy([{ repositoryArn: this.arn, access }]);
  }
}
