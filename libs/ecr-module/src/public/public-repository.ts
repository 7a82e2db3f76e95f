import { publicRepositoryPolicy, renderPolicyDocument } from '@slipway/access';
import type { Deletion, PublicRepositorySpec } from '@slipway/environments';
import { Construct, EcrpublicRepository, EcrpublicRepositoryPolicy } from '../cdktf.ts';

export interface PublicRepositoryProps extends PublicRepositorySpec {
  /** Account of roles that name none, 12 digits. */
  readonly account: string;
  /** `protected`: Terraform refuses to destroy or replace it. `disposable`: it is destroyed with its images. @default 'protected' */
  readonly deletion?: Deletion;
}

/** The one region of the gallery's API (ECR Public user guide, "Endpoints and quotas"). */
const REGION = 'us-east-1';

/** A repository of the public gallery. Everyone can pull; it has no lifecycle policy, encryption or mutability to set. */
export class PublicRepository extends Construct {
  readonly name: string;
  /** `public.ecr.aws/<alias>/<name>`: the alias is the account's, so it is known after the first apply. */
  readonly uri: string;
  readonly arn: string;

  constructor(scope: Construct, id: string, props: PublicRepositoryProps) {
    super(scope, id);
    const { name, push = [], account, deletion = 'protected', tags } = props;
    const repository = new EcrpublicRepository(this, 'repository', {
      region: REGION,
      repositoryName: name,
      catalogData: catalogData(props),
      ...(tags === undefined ? {} : { tags }),
      ...(deletion === 'protected' ? { lifecycle: { preventDestroy: true } } : { forceDestroy: true }),
    });
    const document = publicRepositoryPolicy(push, { account });
    if (document !== undefined) {
      new EcrpublicRepositoryPolicy(this, 'policy', {
        region: REGION,
        repositoryName: repository.repositoryName,
        policy: renderPolicyDocument(document),
      });
    }
    this.name = name;
    this.uri = repository.repositoryUri;
    this.arn = repository.arn;
  }
}

function catalogData({ description, about, usage, architectures, operatingSystems }: PublicRepositorySpec) {
  return {
    description,
    ...(about === undefined ? {} : { aboutText: about }),
    ...(usage === undefined ? {} : { usageText: usage }),
    ...(architectures === undefined ? {} : { architectures: [...architectures] }),
    ...(operatingSystems === undefined ? {} : { operatingSystems: [...operatingSystems] }),
  };
}
