import { environments } from '@slipway/environments';
import type { EnvironmentName } from '@slipway/environments';
import { accountKey } from '../account-key.ts';
import { CloudError } from '../cloud-error.ts';
import { baseImages } from '../engine/bases/base-image.ts';
import { anyAccountKey } from '../gateway/account-of-key.ts';
import { gatewayAnswers } from '../gateway/gateway-answers.ts';
import { openCloud } from '../open-cloud.ts';
import type { CloudPaths } from '../state/cloud-paths.ts';
import type { CloudState } from '../state/cloud-state.ts';
import { noProxy } from './no-proxy.ts';
import { reattachValue } from './reattach-value.ts';

export interface CloudEnvironmentOptions {
  /** Folder of the cloud's state. */
  readonly root: string;
  /** Environment whose account and region the shell gets. @default any account, the region of dev */
  readonly environment?: EnvironmentName | undefined;
  /** Account instead of the environment's: 12 digits. */
  readonly account?: string | undefined;
}

const services = ['ECR', 'IAM', 'KMS', 'S3', 'STS'];

/** The variables that lead AWS clients, Terraform and Docker to a local cloud. @throws CloudError when it isn't up. */
export async function cloudEnvironment(options: CloudEnvironmentOptions): Promise<Readonly<Record<string, string>>> {
  const { paths, state: file } = openCloud(options.root);
  const state = await file.read();
  const port = state?.ports.gateway;
  if (state === undefined || port === undefined || !(await gatewayAnswers(port)))
    throw new CloudError('the local cloud is not up', { fix: 'run `npx local-cloud up`' });
  const endpoint = `http://127.0.0.1:${port}`;
  const accessKeyId = keyOf(options);
  return {
    ...endpoints(endpoint),
    ...credentials(accessKeyId, environments[options.environment ?? 'dev'].region),
    ...(await terraform(state, { endpoint, accessKeyId, paths })),
    ...engine(state),
    ...noProxy(process.env),
  };
}

function keyOf({ environment, account }: CloudEnvironmentOptions): string {
  if (account !== undefined) return accountKey(account);
  return environment === undefined ? anyAccountKey : accountKey(environments[environment].account);
}

function endpoints(url: string): Record<string, string> {
  return {
    AWS_ENDPOINT_URL: url,
    ...Object.fromEntries(services.map((service) => [`AWS_ENDPOINT_URL_${service}`, url])),
  };
}

function credentials(accessKeyId: string, region: string): Record<string, string> {
  return {
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_REGION: region,
    // boto3 reads this one only.
    AWS_DEFAULT_REGION: region,
    AWS_EC2_METADATA_DISABLED: 'true',
  };
}

interface TerraformOptions {
  readonly endpoint: string;
  readonly accessKeyId: string;
  readonly paths: CloudPaths;
}

/** The real provider is left to the user's own Terraform configuration. */
async function terraform(
  { provider }: CloudState,
  { endpoint, accessKeyId, paths }: TerraformOptions,
): Promise<Record<string, string>> {
  const quiet = { CDKTF_SKIP_PROVIDER_LOCK: 'true', CHECKPOINT_DISABLE: '1' };
  if (provider === 'registry') return quiet;
  const reattach = await reattachValue(endpoint, accessKeyId);
  return { ...quiet, TF_REATTACH_PROVIDERS: reattach, TF_CLI_CONFIG_FILE: paths.terraformConfig };
}

function engine({ engine: record, bases }: CloudState): Record<string, string> {
  if (record === undefined) return {};
  const names =
    bases === 'local'
      ? { SLIPWAY_BUILD_BASE: baseImages.build.name, SLIPWAY_RUNTIME_BASE: baseImages.runtime.name }
      : {};
  return { ...(record.host === undefined ? {} : { DOCKER_HOST: record.host }), ...names };
}
