// What `cdktf init --template=typescript` leads to: ts-node, and the bindings imported by their barrel.
import { Construct } from 'constructs';
import { App, TerraformStack } from 'cdktf';
import { ecrLifecyclePolicy, ecrRepository, ecrRepositoryPolicy, provider } from '@cdktf/provider-aws';

class MyStack extends TerraformStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    new provider.AwsProvider(this, 'aws', { region: 'eu-west-1' });
    for (let index = 0; index < 100; index += 1) this.repository(index);
  }

  private repository(index: number): void {
    const repository = new ecrRepository.EcrRepository(this, `app${index}`, {
      name: `team/app${index}`,
      imageTagMutability: 'IMMUTABLE',
      imageScanningConfiguration: { scanOnPush: true },
      encryptionConfiguration: [{ encryptionType: 'AES256' }],
      tags: { Team: 'a' },
    });
    new ecrLifecyclePolicy.EcrLifecyclePolicy(this, `lifecycle${index}`, {
      repository: repository.name,
      policy: JSON.stringify({
        rules: [
          {
            rulePriority: 1,
            selection: { tagStatus: 'tagged', tagPrefixList: ['v'], countType: 'imageCountMoreThan', countNumber: 10 },
            action: { type: 'expire' },
          },
          {
            rulePriority: 2,
            selection: { tagStatus: 'untagged', countType: 'sinceImagePushed', countUnit: 'days', countNumber: 1 },
            action: { type: 'expire' },
          },
        ],
      }),
    });
    new ecrRepositoryPolicy.EcrRepositoryPolicy(this, `policy${index}`, {
      repository: repository.name,
      policy: JSON.stringify({
        Version: '2012-10-17',
        Statement: [
          {
            Sid: 'AllowPull',
            Effect: 'Allow',
            Principal: { AWS: 'arn:aws:iam::111122223333:role/nodes' },
            Action: ['ecr:BatchCheckLayerAvailability', 'ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'],
          },
        ],
      }),
    });
  }
}

const app = new App();
new MyStack(app, 'bench');
app.synth();
