import type { Grant } from '../grant.ts';
import type { PolicyDocument } from '../policy/policy-document.ts';
import type { RolePrincipal } from '../principal/principal.ts';
import { repositoryRows } from './repository-rows.ts';

export interface MatrixInput {
  /** Account of the repositories, 12 digits. */
  readonly account: string;
  readonly repositories: readonly MatrixRepository[];
  /** Roles whose own policies are known. @default none */
  readonly roles?: readonly MatrixRole[];
}

export interface MatrixRepository {
  readonly name: string;
  readonly region: string;
  readonly grants: readonly Grant[];
}

export interface MatrixRole {
  readonly principal: RolePrincipal;
  /** All policies of the role. */
  readonly policies: readonly PolicyDocument[];
  /** Who may assume it, such as the subjects of GitHub's tokens. @default nothing is said */
  readonly assumedBy?: readonly string[];
}

/** What one principal can do with one repository. */
export interface AccessRow {
  /** In words, with account and purpose, such as `role eks-dev-node-role of 111122223333 (EKS nodes)`. */
  readonly principal: string;
  readonly repository: string;
  readonly region: string;
  /** Empty where a grant has no effect; `note` says why. */
  readonly actions: readonly MatrixAction[];
  /** Whose policy gives it. `both`: it takes both, as between accounts, or both give it. */
  readonly through: 'repository policy' | 'identity policy' | 'both';
  /** What else has to be so, or what else the principal can do. */
  readonly note?: string;
}

export type MatrixAction = 'pull' | 'push' | 'read';

export interface AccessMatrix {
  /** By region and repository, then by principal. */
  readonly rows: readonly AccessRow[];
  /** What the matrix says about everyone who has no row. */
  readonly nobodyElse: { readonly statement: string; readonly note: string };
}

/**
 * Who can pull from, push to and read which repository: what `decide` says about the policies that the same grants make, and about the policies of
 * the roles that are given. The same input in any order gives the same matrix.
 */
export function accessMatrix({ account, repositories, roles = [] }: MatrixInput): AccessMatrix {
  const ordered = [...repositories].sort((a, b) => compare(placeOf(a), placeOf(b)));
  return { rows: ordered.flatMap((repository) => repositoryRows(repository, { account, roles })), nobodyElse };
}

const nobodyElse = {
  statement: 'Nobody else is let in by these policies: no other account, no service and no anonymous caller.',
  note: "Identity policies of the repositories' own account add access without a grant, such as those of its administrators: AWS lets either policy decide.",
} as const;

function placeOf({ region, name }: MatrixRepository): string {
  return `${region} ${name}`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
