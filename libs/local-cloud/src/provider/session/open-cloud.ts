import { GetCallerIdentityCommand, type STSClient } from '@aws-sdk/client-sts';
import { textTags } from '../plan/tags.ts';
import { blocks, text } from '../resources/attribute-readers.ts';
import { attributePath } from '../wire/attribute-path.ts';
import { isList, isUnset, type CtyObject } from '../wire/cty-value.ts';
import { AwsClients } from './aws-clients.ts';
import { Cloud } from './cloud.ts';
import { credentialsOf, entersAnyAccount, localCredentials, type Credentials } from './credentials.ts';
import { Refusal } from './refusal.ts';

/** Where the provider's calls go, and who makes them when the provider block does not say. */
export interface CloudAccess {
  /** URL of the local cloud's gateway. */
  readonly endpoint: string;
  readonly accessKeyId: string;
}

/**
 * Opens the cloud for one provider block.
 * @throws {Refusal} when the block asks for what the stand-in lacks, or the caller's account is not allowed.
 */
export async function openCloud(config: CtyObject, { endpoint, accessKeyId }: CloudAccess): Promise<Cloud> {
  refuseUnsupported(config);
  const region = text(config, 'region');
  if (region === undefined) throw missingRegion();
  const clients = new AwsClients(endpoint, enteringAccount(config, credentialsOf(config, accessKeyId)));
  try {
    const accountId = await callersAccount(clients.sts(region), endpoint);
    refuseAccount(config, accountId);
    const defaultTags = textTags(blocks(config, 'default_tags')[0]?.['tags']);
    return new Cloud({ accountId, region, defaultTags, clients });
  } catch (error) {
    clients.close();
    throw error;
  }
}

const UNSUPPORTED = [
  'assume_role',
  'assume_role_with_web_identity',
  'ignore_tags',
  'shared_config_files',
  'shared_credentials_files',
] as const;

function refuseUnsupported(config: CtyObject): void {
  const used = UNSUPPORTED.find((name) => {
    const value = config[name];
    return isList(value) ? value.length > 0 : !isUnset(value);
  });
  if (used === undefined) return;
  throw new Refusal(
    `the stand-in provider does not know "${used}": leave it out for the local cloud`,
    attributePath(used),
  );
}

function missingRegion(): Refusal {
  const fix = 'set it in the provider block, because the stand-in cannot see the AWS_REGION of your shell';
  return new Refusal(`no region: ${fix}`, attributePath('region'));
}

function enteringAccount(config: CtyObject, credentials: Credentials): Credentials {
  const [only, ...others] = texts(config, 'allowed_account_ids');
  const isEntered = only !== undefined && others.length === 0 && entersAnyAccount(credentials);
  return isEntered ? localCredentials(`LOCAL${only}`) : credentials;
}

async function callersAccount(sts: STSClient, endpoint: string): Promise<string> {
  try {
    const { Account } = await sts.send(new GetCallerIdentityCommand({}));
    if (Account !== undefined) return Account;
  } catch (cause) {
    const reason = cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause);
    throw new Refusal(`cannot ask "${endpoint}" for the caller's account (${reason}): is the local cloud up?`);
  }
  throw new Refusal(`"${endpoint}" named no account for the caller`);
}

function refuseAccount(config: CtyObject, accountId: string): void {
  const allowed = texts(config, 'allowed_account_ids');
  const isForbidden = texts(config, 'forbidden_account_ids').includes(accountId);
  if (isForbidden || (allowed.length > 0 && !allowed.includes(accountId))) {
    throw new Refusal(`AWS account ID not allowed: ${accountId}`);
  }
}

function texts(config: CtyObject, name: string): readonly string[] {
  const value = config[name];
  return isList(value) ? value.filter((element) => typeof element === 'string') : [];
}
