import type { AccessLevel } from '../grant.ts';
import type { PolicyDocument, PolicyStatement } from '../policy/policy-document.ts';
import { applyStatements } from './apply-statements.ts';
import { promoteStatements, pushStatements } from './image-statements.ts';
import { auditStatements } from './audit-statements.ts';
import { ledgerStatements } from './ledger-statements.ts';
import type { LedgerFolder } from './ledger-statements.ts';
import { planStatements } from './plan-statements.ts';

export interface CiRolePolicyOptions {
  readonly verb: 'plan' | 'apply' | 'push' | 'promote' | 'audit';
  /** Name of the environment, which is the `Environment` tag of everything in it. */
  readonly environment: string;
  /** Account of the role and of the environment, 12 digits. */
  readonly account: string;
  /** Regions of the registries and of their replicas. */
  readonly regions: readonly string[];
  /** Where the environment's Terraform state is. */
  readonly state: StateObject;
  /** What is granted to the role, in other accounts too; of `audit`, what it looks at, whatever the level. `plan` and `apply` use none. */
  readonly repositories: readonly GrantedRepository[];
  /** Release ledgers. `plan` and `apply` use none. @default none */
  readonly ledgers?: readonly LedgerFolder[];
  /** Roles that `apply` makes and hands to ECR, such as the one of creation templates. @default none */
  readonly ownedRoleNames?: readonly string[];
  /** SNS topics of the environment; the rules that publish to a topic are named `<topic>-...`. @default none */
  readonly topics?: readonly string[];
  /** Repositories of the public gallery. @default none */
  readonly publicRepositories?: readonly string[];
  /** Whether a registry has enhanced scanning, which `apply` turns on through Amazon Inspector. @default false */
  readonly enhancedScanning?: boolean;
}

export interface StateObject {
  readonly bucket: string;
  readonly key: string;
}

export interface GrantedRepository {
  readonly arn: string;
  readonly access: AccessLevel;
}

/**
 * What a role of CI may do, by its verb, and nothing more:
 * `plan` reads what a plan reads and writes nothing but the lock of the state; `apply` changes registries and repositories, and is refused every
 * layer and every other role; `push` uploads to, downloads from and scans in the repositories that are granted to it; `promote` uploads to those
 * of its own account and downloads from those of others; both add entries to the ledger of their environment; `audit` reads images, findings and the
 * ledger, no layer, and starts scans. Fits a role's inline policy (10,240 characters).
 */
export function ciRolePolicy(options: CiRolePolicyOptions): PolicyDocument {
  return { Version: '2012-10-17', Statement: statementsOf(options) };
}

function statementsOf(options: CiRolePolicyOptions): readonly PolicyStatement[] {
  switch (options.verb) {
    case 'plan':
      return planStatements(options);
    case 'apply':
      return applyStatements(options);
    case 'push':
      return [...pushStatements(options.repositories), ...ledgerStatements(options.ledgers ?? [])];
    case 'promote':
      return [...promoteStatements(options.repositories, options.account), ...ledgerStatements(options.ledgers ?? [])];
    case 'audit':
      return auditStatements(options);
    default:
      return options.verb satisfies never;
  }
}
