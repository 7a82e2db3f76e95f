import { error, type LocalFinding } from '@slipway/findings';
import { isAccount, isRegion } from './grammar.ts';

/** A finding where the text is no AWS account. */
export function accountFindings(account: string): LocalFinding[] {
  if (isAccount(account)) return [];
  return [
    error('account-number', {
      message: `the account "${account}" is not an AWS account`,
      fix: 'write its 12 digits, as a string',
      source: 'AWS Account Management reference guide, "View AWS account identifiers"',
    }),
  ];
}

/** A finding where the text is no AWS region. */
export function regionFindings(region: string): LocalFinding[] {
  if (isRegion(region)) return [];
  return [
    error('region-name', {
      message: `"${region}" is not an AWS region`,
      fix: 'write one such as "us-east-1"',
      source: 'ECR API reference, ReplicationDestination: region',
    }),
  ];
}
