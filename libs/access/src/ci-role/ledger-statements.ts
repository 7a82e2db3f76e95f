import { sortedUnique } from '../collection/sorted-unique.ts';
import type { PolicyStatement } from '../policy/policy-document.ts';
import { allow } from './allow.ts';

/** The release ledger of an environment: the objects below `ledger/<environment>/` in its state bucket. */
export interface LedgerFolder {
  readonly bucket: string;
  /** Name of the environment. */
  readonly environment: string;
  readonly access: 'read' | 'write';
}

/**
 * What whoever releases images may do with ledgers. Entries are added and never changed: a write needs `If-None-Match`, with which S3 takes it
 * only where nothing is (S3 user guide, "Enforce conditional writes on Amazon S3 buckets").
 */
export function ledgerStatements(ledgers: readonly LedgerFolder[]): PolicyStatement[] {
  const written = ledgers.filter(({ access }) => access === 'write');
  return [
    ...allow('LedgerLists', {
      actions: ['s3:ListBucket'],
      on: sortedUnique(ledgers.map(({ bucket }) => bucketArn(bucket))),
      when: { StringLike: { 's3:prefix': sortedUnique(ledgers.map(ledgerPrefix)) } },
    }),
    ...allow('LedgerReads', { actions: ['s3:GetObject'], on: sortedUnique(ledgers.map(ledgerArn)) }),
    ...allow('LedgerWrites', {
      actions: ['s3:PutObject'],
      on: sortedUnique(written.map(ledgerArn)),
      when: { Null: { 's3:if-none-match': 'false' } },
    }),
  ];
}

export function bucketArn(bucket: string): string {
  return `arn:aws:s3:::${bucket}`;
}

/** Keys of the entries, with a wildcard at the end. */
export function ledgerPrefix({ environment }: Pick<LedgerFolder, 'environment'>): string {
  return `ledger/${environment}/*`;
}

export function ledgerArn(ledger: Pick<LedgerFolder, 'bucket' | 'environment'>): string {
  return `${bucketArn(ledger.bucket)}/${ledgerPrefix(ledger)}`;
}
