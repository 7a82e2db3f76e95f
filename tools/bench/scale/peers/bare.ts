// The same configuration as slipway's, to the letter, written with the bare constructs of cdktf and no check at all.
import { DataAwsEcrRepositories } from '@cdktf/provider-aws/lib/data-aws-ecr-repositories/index.js';
import { EcrLifecyclePolicy } from '@cdktf/provider-aws/lib/ecr-lifecycle-policy/index.js';
import { EcrRegistryScanningConfiguration } from '@cdktf/provider-aws/lib/ecr-registry-scanning-configuration/index.js';
import { EcrRepository } from '@cdktf/provider-aws/lib/ecr-repository/index.js';
import { EcrRepositoryPolicy } from '@cdktf/provider-aws/lib/ecr-repository-policy/index.js';
import { AwsProvider } from '@cdktf/provider-aws/lib/provider/index.js';
import { App, S3Backend, TerraformOutput, TerraformStack } from 'cdktf';
import { Construct } from 'constructs';

const PULL = ['ecr:BatchCheckLayerAvailability', 'ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'];
const PUSH = ['ecr:CompleteLayerUpload', 'ecr:InitiateLayerUpload', 'ecr:PutImage', 'ecr:UploadLayerPart'];
const ACCOUNT = '111122223333';
const REGION = 'eu-west-1';

class Bench extends TerraformStack {
  constructor(scope: Construct, names: readonly string[]) {
    super(scope, 'bench');
    new S3Backend(this, { bucket: `bench-${ACCOUNT}`, region: REGION, key: 'bench/terraform.tfstate', encrypt: true });
    this.addOverride('terraform.backend.s3.use_lockfile', true);
    const defaultTags = [{ tags: { ManagedBy: 'bench' } }];
    new AwsProvider(this, 'aws', { region: REGION, allowedAccountIds: [ACCOUNT], defaultTags });
    const registry = new Construct(this, REGION);
    this.scanning(registry);
    this.guard(registry, names);
    this.outputs(names.map((name) => ({ name, repository: this.repository(registry, name) })));
  }

  scanning(scope: Construct) {
    new EcrRegistryScanningConfiguration(scope, 'scanning', {
      region: REGION,
      scanType: 'BASIC',
      rule: SCANNING,
    });
  }

  guard(scope: Construct, names: readonly string[]) {
    const list = `[for name in self.names : name if !contains(${JSON.stringify(names)}, name) && !anytrue([for start in [] : startswith(name, start)])]`;
    new DataAwsEcrRepositories(scope, 'Undeclared', {
      region: REGION,
      lifecycle: {
        postcondition: [{ condition: `\${length(${list}) == 0}`, errorMessage: MESSAGE.replace('LIST', list) }],
      },
    });
  }

  repository(registry: Construct, name: string) {
    const scope = new Construct(registry, name);
    const repository = new EcrRepository(scope, 'repository', {
      region: REGION,
      name,
      imageTagMutability: 'IMMUTABLE',
      encryptionConfiguration: [{ encryptionType: 'AES256' }],
      imageScanningConfiguration: { scanOnPush: true },
      tags: { Team: 'a' },
      lifecycle: { preventDestroy: true },
    });
    const attached = {
      region: REGION,
      repository: repository.name,
      lifecycle: { replaceTriggeredBy: [`aws_ecr_repository.${repository.friendlyUniqueId}.arn`] },
    };
    new EcrLifecyclePolicy(scope, 'lifecycle', { ...attached, policy: lifecycle() });
    new EcrRepositoryPolicy(scope, 'policy', { ...attached, policy: access() });
    return repository;
  }

  outputs(made: readonly { readonly name: string; readonly repository: EcrRepository }[]) {
    const output = (id: string, value: (repository: EcrRepository) => unknown) =>
      new TerraformOutput(this, id, {
        value: Object.fromEntries(made.map(({ name, repository }) => [name, value(repository)])),
        staticId: true,
      });
    output('repository_urls', ({ repositoryUrl }) => repositoryUrl);
    output('repository_arns', ({ arn }) => arn);
    output('registry_ids', () => ACCOUNT);
    output('replica_urls', () => ({}));
  }
}

function lifecycle() {
  const rule = (rulePriority: number, description: string, selection: object) => ({
    rulePriority,
    description,
    selection,
    action: { type: 'expire' },
  });
  const releases = { tagStatus: 'tagged', tagPrefixList: ['v'], countType: 'imageCountMoreThan', countNumber: 10 };
  const untagged = { tagStatus: 'untagged', countType: 'sinceImagePushed', countUnit: 'days', countNumber: 1 };
  return JSON.stringify({
    rules: [
      rule(1, 'keep the newest 10 tagged v*', releases),
      rule(2, 'expire untagged images 1 days after the push', untagged),
    ],
  });
}

function access() {
  const allow = (Sid: string, role: string, Action: readonly string[]) => ({
    Sid,
    Effect: 'Allow',
    Principal: { AWS: `arn:aws:iam::${ACCOUNT}:role/${role}` },
    Action,
  });
  return JSON.stringify({
    Version: '2012-10-17',
    Statement: [allow('AllowPull', 'nodes', PULL), allow('AllowPullPush', 'ci', [...PULL, ...PUSH].sort())],
  });
}

const { SCANNING, MESSAGE } = JSON.parse(process.env['TEXTS'] ?? '{}');
const app = new App({ outdir: process.env['CDKTF_OUTDIR'] ?? 'cdktf.out', stackTraces: false });
new Bench(
  app,
  Array.from({ length: Number(process.env['REPOSITORIES']) }, (_, index) => `team/app${index}`),
);
app.synth();
