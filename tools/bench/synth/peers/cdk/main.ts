// What `cdk init app --language typescript` leads to: ts-node, and validation as shipped.
import * as cdk from 'aws-cdk-lib';
import * as ecr from 'aws-cdk-lib/aws-ecr';
import * as iam from 'aws-cdk-lib/aws-iam';

class MyStack extends cdk.Stack {
  constructor(scope: cdk.App, id: string) {
    super(scope, id, { env: { account: '111122223333', region: 'eu-west-1' } });
    for (let index = 0; index < 100; index += 1) this.repository(index);
  }

  private repository(index: number): void {
    const repository = new ecr.Repository(this, `app${index}`, {
      repositoryName: `team/app${index}`,
      imageTagMutability: ecr.TagMutability.IMMUTABLE,
      imageScanOnPush: true,
      encryption: ecr.RepositoryEncryption.AES_256,
      lifecycleRules: [
        { rulePriority: 1, tagPrefixList: ['v'], maxImageCount: 10 },
        { rulePriority: 2, tagStatus: ecr.TagStatus.UNTAGGED, maxImageAge: cdk.Duration.days(1) },
      ],
    });
    repository.addToResourcePolicy(
      new iam.PolicyStatement({
        principals: [new iam.ArnPrincipal('arn:aws:iam::111122223333:role/nodes')],
        actions: ['ecr:BatchCheckLayerAvailability', 'ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'],
      }),
    );
    cdk.Tags.of(repository).add('Team', 'a');
  }
}

new MyStack(new cdk.App(), 'bench');
