// N repositories with lifecycle and policy, aws-cdk-lib run directly: no ts-node, no CLI, no validation (CDK_VALIDATION=false).
const cdk = require('aws-cdk-lib');
const ecr = require('aws-cdk-lib/aws-ecr');
const iam = require('aws-cdk-lib/aws-iam');

const PULL = ['ecr:BatchCheckLayerAvailability', 'ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'];
const PUSH = ['ecr:CompleteLayerUpload', 'ecr:InitiateLayerUpload', 'ecr:PutImage', 'ecr:UploadLayerPart'];

function allow(role, actions) {
  return new iam.PolicyStatement({
    principals: [new iam.ArnPrincipal(`arn:aws:iam::111122223333:role/${role}`)],
    actions,
  });
}

class Bench extends cdk.Stack {
  add(index) {
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
    repository.addToResourcePolicy(allow('nodes', PULL));
    repository.addToResourcePolicy(allow('ci', [...PULL, ...PUSH]));
    cdk.Tags.of(repository).add('Team', 'a');
  }
}

const app = new cdk.App({ outdir: process.env.CDK_OUTDIR });
const PER_STACK = 400; // CloudFormation takes 500 resources in a stack
const count = Number(process.env.REPOSITORIES);
for (let first = 0; first < count; first += PER_STACK) {
  const stack = new Bench(app, `bench${first}`, { env: { account: '111122223333', region: 'eu-west-1' } });
  for (let index = first; index < Math.min(first + PER_STACK, count); index += 1) stack.add(index);
}
app.synth();
