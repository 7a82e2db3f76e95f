import type { LedgerFolder } from '@slipway/access';
import type { CiRoleSpec } from '../spec/ci-spec.ts';
import type { EnvironmentSpec } from '../spec/environment-spec.ts';
import { roleGrants } from './role-grants.ts';
import type { RoleInAccount } from './role-grants.ts';

/**
 * The ledgers that a role writes and reads: who releases images writes that of the own environment, and a promotion reads those of the environments it
 * pulls from; an audit reads the own one.
 */
export function ledgersOf(
  { name, verb }: CiRoleSpec,
  environment: EnvironmentSpec,
  environments: readonly EnvironmentSpec[],
): LedgerFolder[] {
  if (verb === 'audit') return [{ ...folderOf(environment), access: 'read' }];
  if (verb !== 'push' && verb !== 'promote') return [];
  const own: LedgerFolder = { ...folderOf(environment), access: 'write' };
  if (verb === 'push') return [own];
  const pulledFrom = new Set(roleGrants({ name, account: environment.account }, environments).map(accountOf));
  const sources = environments.filter((one) => one.name !== environment.name && pulledFrom.has(one.account));
  return [own, ...sources.map((source): LedgerFolder => ({ ...folderOf(source), access: 'read' }))];
}

/** The roles of other accounts that read the ledger of an environment. */
export function ledgerReaders(environment: EnvironmentSpec, environments: readonly EnvironmentSpec[]): RoleInAccount[] {
  return environments
    .filter(({ account }) => account !== environment.account)
    .flatMap((other) =>
      (other.ci?.roles ?? [])
        .filter((role) =>
          ledgersOf(role, other, environments).some((ledger) => ledger.environment === environment.name),
        )
        .map(({ name }) => ({ name, account: other.account })),
    );
}

function folderOf({ name, state }: EnvironmentSpec): Pick<LedgerFolder, 'bucket' | 'environment'> {
  return { bucket: state.bucket, environment: name };
}

function accountOf({ account }: Pick<RoleInAccount, 'account'>): string {
  return account;
}
