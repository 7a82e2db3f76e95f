import { error, under, type LocalFinding } from '@slipway/findings';
import type { UpstreamSpec } from '../../spec/pull-through-cache-spec.ts';
import { accountFindings, regionFindings } from '../finding/place-names.ts';
import type { Place } from '../place.ts';

type Private = Extract<UpstreamSpec, { readonly registry: 'ecr' }>;

/** ECR API reference, CreatePullThroughCacheRule: credentialArn, of 50 to 612 characters. */
const SECRET =
  /^(?=.{50,612}$)arn:aws(?:-\w+)*:secretsmanager:(?<region>[a-z0-9-]+):(?<account>\d{12}):secret:ecr-pullthroughcache\/[a-zA-Z0-9/_+=.@-]+$/;
/** ECR API reference, customRoleArn: a role of the registry's account. */
const ROLE = /^arn:aws(?:-[a-z]+)*:iam::(?<account>\d{12}):role\/[\w+=,.@/-]+$/;
/** Azure naming rules, Microsoft.ContainerRegistry/registries. */
const AZURE_NAME = /^[a-zA-Z0-9]{5,50}$/;
const REQUEST = 'ECR API reference, CreatePullThroughCacheRule';

/** Where a cache gets its images from, and with which login. */
export function upstream(spec: UpstreamSpec, place: Place): LocalFinding[] {
  return under('upstream', [
    ...(spec.registry === 'ecr' ? otherRegistry(spec, place) : []),
    ...(spec.registry === 'azure' ? azureName(spec.name) : []),
    ...(spec.credentialArn === undefined ? [] : secret(spec.credentialArn, place)),
  ]);
}

function secret(arn: string, { environment, registry }: Place): LocalFinding[] {
  const { region, account } = SECRET.exec(arn)?.groups ?? {};
  if (region === registry.region && account === environment.account) return [];
  return [
    error('cache-secret', {
      message: `"${arn}" can't hold the login of this cache`,
      fix: `name a secret "ecr-pullthroughcache/..." of ${registry.region} in ${environment.account} by its ARN`,
      source: `${REQUEST}: credentialArn`,
    }),
  ];
}

function azureName(name: string): LocalFinding[] {
  if (AZURE_NAME.test(name)) return [];
  return [
    error('cache-azure-name', {
      message: `"${name}" is not the name of an Azure registry`,
      fix: 'use 5 to 50 letters and digits, without ".azurecr.io"',
      source: 'Azure resource naming rules, Microsoft.ContainerRegistry',
    }),
  ];
}

function otherRegistry(spec: Private, place: Place): LocalFinding[] {
  return [
    ...accountFindings(spec.account),
    ...regionFindings(spec.region),
    ...itself(spec, place),
    ...role(spec, place),
  ];
}

function itself({ account, region }: Private, { environment, registry }: Place): LocalFinding[] {
  if (account !== environment.account || region !== registry.region) return [];
  return [
    error('cache-of-itself', {
      message: `"${account}" in "${region}" is this registry itself`,
      fix: 'name another account or region',
      source: `${REQUEST}: upstreamRegistryUrl`,
    }),
  ];
}

function role({ account, roleArn }: Private, { environment }: Place): LocalFinding[] {
  if (roleArn === undefined && account === environment.account) return [];
  if (ROLE.exec(roleArn ?? '')?.groups?.['account'] === environment.account) return [];
  return [
    error('cache-role', {
      message:
        roleArn === undefined ? `pulls from "${account}" without a role` : `"${roleArn}" is not a role of this account`,
      fix: `name a role of ${environment.account} by its ARN, which pullthroughcache.ecr.amazonaws.com may assume`,
      source: 'ECR user guide, "Setting up permissions for cross-account ECR to ECR PTC"',
    }),
  ];
}
