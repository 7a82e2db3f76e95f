import { grantsOf, type CreationTemplateSpec } from '@slipway/environments';
import { renderPolicy } from '@slipway/lifecycle';
import { EcrRepositoryCreationTemplate, type Construct } from '../cdktf.ts';
import { accessPolicyText } from '../repository/access-policy.ts';
import { encryptionConfig } from '../repository/encryption-config.ts';
import { mutabilityConfig } from '../repository/mutability-config.ts';
import type { RegistryEnvironment } from './registry-environment.ts';
import { TemplateRole } from './template-role.ts';

/** The registry that a template is in. */
export interface TemplatePlace {
  readonly region: string;
  /** 12 digits. */
  readonly account: string;
  /** ARN of the key that `registry-key` stands for. @default there is none, and asking for it is an error */
  readonly registryKeyArn?: string | undefined;
  /** @default none: a template with tags or a KMS key is an error */
  readonly environment?: RegistryEnvironment | undefined;
}

const USES = { replication: 'REPLICATION', 'pull-through-cache': 'PULL_THROUGH_CACHE' } as const;

/**
 * A creation template, with the id `Template-<namespace>`: settings of the repositories that ECR itself creates in a namespace.
 * They are not Terraform's, and a template changes none that is there already.
 * @throws Error when it has tags or a KMS key and there is no environment, or the registry has not the key it asks for
 */
export function creationTemplate(
  scope: Construct,
  spec: CreationTemplateSpec,
  place: TemplatePlace,
): EcrRepositoryCreationTemplate {
  const { namespace, description, lifecycle = [], access = {} } = spec;
  const encryption = encryptionConfig(spec.encryption, { ...place, what: `the template "${namespace}"` });
  const policy = accessPolicyText(grantsOf(access), place.account);
  const tags = { ...place.environment?.tags, ...spec.tags };
  const isTagged = Object.keys(tags).length > 0;
  return new EcrRepositoryCreationTemplate(scope, `Template-${namespace}`, {
    region: place.region,
    prefix: namespace,
    ...(description === undefined ? {} : { description }),
    appliedFor: spec.appliedFor.map((use) => USES[use]),
    ...mutabilityConfig(spec.tagMutability),
    encryptionConfiguration: [encryption],
    ...(lifecycle.length === 0 ? {} : { lifecyclePolicy: renderPolicy(lifecycle) }),
    ...(policy === undefined ? {} : { repositoryPolicy: policy }),
    ...(isTagged ? { resourceTags: tags } : {}),
    ...(isTagged || encryption.encryptionType !== 'AES256'
      ? roleConfig(scope, place, { ...encryption, namespace })
      : {}),
  });
}

interface Creation {
  readonly namespace: string;
  readonly kmsKey?: string;
}

/** ECR user guide, "Creating a repository creation template": tags and KMS keys need a custom role. */
function roleConfig(scope: Construct, { environment, account }: TemplatePlace, { namespace, kmsKey }: Creation) {
  if (environment === undefined) {
    throw new Error(
      `the template "${namespace}" has tags or a KMS key, for which ECR needs a role: give the registry an environment, which the role is named after`,
    );
  }
  const role = TemplateRole.of(scope, { environment: environment.name, account });
  if (kmsKey !== undefined) role.useKey(kmsKey);
  return { customRoleArn: role.arn, dependsOn: [role.permissions] };
}
