import type { RepositoryAddress } from '@slipway/access';
import { arnOf } from './repository-address.ts';

const ARN = /^arn:[a-z-]+:ecr:(?<region>[a-z0-9-]+):(?<account>\d{12}):repository\/(?<name>.+)$/;

/** @throws Error for what is not the ARN of a private repository, for another partition than the region's, and for partitions that are not known */
export function parseRepositoryArn(arn: string): RepositoryAddress {
  const { region, account, name } = ARN.exec(arn)?.groups ?? {};
  if (region === undefined || account === undefined || name === undefined) throw notAnArn(arn);
  const address = { region, account, name };
  if (arnOf(address) !== arn) throw notAnArn(arn, `write "${arnOf(address)}"`);
  return address;
}

function notAnArn(arn: string, fix = 'write one such as "arn:aws:ecr:us-east-1:111122223333:repository/team/api"') {
  return new Error(`"${arn}" is not the ARN of a private repository: ${fix}`);
}
