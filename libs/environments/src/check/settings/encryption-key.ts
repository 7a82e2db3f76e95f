import { error, type LocalFinding } from '@slipway/findings';
import type { EncryptionSpec } from '../../spec/encryption-spec.ts';
import type { RegistrySpec } from '../../spec/registry-spec.ts';

/** ECR API reference, EncryptionConfigurationForRepositoryCreationTemplate: kmsKey. Repositories answer with the same. */
const KEY_ARN = /^arn:aws[a-z0-9-]*:kms:(?<region>[a-z0-9-]+):[0-9]{12}:key\/[a-z0-9-]+$/;
const SOURCE = 'ECR API reference, EncryptionConfiguration: kmsKey';
const PATH = 'encryption';

/** That the key is there, is a key, and is of the registry's region. */
export function encryptionKey({ key }: EncryptionSpec, registry: RegistrySpec): LocalFinding[] {
  if (key === undefined || key === 'aws-managed') return [];
  return key === 'registry-key' ? registryKey(registry) : keyArn(key, registry);
}

function registryKey({ key, region }: RegistrySpec): LocalFinding[] {
  if (key !== undefined) return [];
  return [
    error('encryption-key-missing', {
      path: PATH,
      message: `the key is "registry-key", and the registry of "${region}" has no key`,
      fix: "give the registry a key, or use kms('aws-managed') or aes256()",
    }),
  ];
}

function keyArn(arn: string, { region }: RegistrySpec): LocalFinding[] {
  const keyRegion = KEY_ARN.exec(arn)?.groups?.['region'];
  if (keyRegion === undefined) return [notAKey(arn)];
  return keyRegion === region ? [] : [otherRegion(arn, region)];
}

function notAKey(arn: string): LocalFinding {
  return error('encryption-key-arn', {
    path: PATH,
    message: `"${arn}" is not the ARN of a KMS key`,
    fix: 'write "arn:aws:kms:<region>:<account>:key/<id>", not an alias: ECR answers with the key, and Terraform would replace the repository',
    source: SOURCE,
  });
}

function otherRegion(arn: string, region: string): LocalFinding {
  return error('encryption-key-region', {
    path: PATH,
    message: `the key "${arn}" is not in "${region}", where the repository is`,
    fix: `name a key of ${region}, or use kms() with the key of the registry`,
    source: SOURCE,
  });
}
