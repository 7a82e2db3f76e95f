import { accountArn, roleArn } from '../arn/iam-arn.ts';
import { bucketArn, ledgerArn, ledgerPrefix } from '../ci-role/ledger-statements.ts';
import { sortedUnique } from '../collection/sorted-unique.ts';
import type { Conditions, PolicyStatement } from '../policy/policy-document.ts';

export interface LedgerReaders {
  readonly bucket: string;
  /** Name of the environment whose ledger it is. */
  readonly environment: string;
  /** Roles of other accounts. */
  readonly readers: readonly { readonly account: string; readonly name: string }[];
}

/**
 * The statements of a state bucket's policy that let roles of other accounts read its ledger, and nothing else in it. The roles are named by a
 * condition: S3 refuses a policy whose principal is a role that isn't there yet.
 */
export function ledgerReaderStatements({ readers, ...ledger }: LedgerReaders): PolicyStatement[] {
  if (readers.length === 0) return [];
  const Principal = { AWS: sortedUnique(readers.map(({ account }) => accountArn(account))) };
  const roles = {
    ArnEquals: { 'aws:PrincipalArn': sortedUnique(readers.map((one) => roleArn(one.account, one.name))) },
  };
  const listing: Conditions = { ...roles, StringLike: { 's3:prefix': ledgerPrefix(ledger) } };
  return [
    {
      Sid: 'AllowLedgerListsToReaders',
      Effect: 'Allow',
      Principal,
      Action: 's3:ListBucket',
      Resource: bucketArn(ledger.bucket),
      Condition: listing,
    },
    {
      Sid: 'AllowLedgerReadsToReaders',
      Effect: 'Allow',
      Principal,
      Action: 's3:GetObject',
      Resource: ledgerArn(ledger),
      Condition: roles,
    },
  ];
}
