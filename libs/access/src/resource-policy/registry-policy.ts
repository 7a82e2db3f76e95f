import { accountArn } from '../arn/iam-arn.ts';
import { repositoryArn } from '../arn/repository-arn.ts';
import { groupBy } from '../collection/group-by.ts';
import { sortedUnique } from '../collection/sorted-unique.ts';
import type { PolicyDocument, PolicyStatement } from '../policy/policy-document.ts';

/** Whose registries may replicate into this one. */
export interface ReplicationSource {
  /** 12 digits. */
  readonly account: string;
  /** Only into repositories whose name begins with one of these. @default all repositories */
  readonly prefixes?: readonly string[];
}

export interface RegistryPolicyOptions {
  /** Account of the registry, 12 digits. */
  readonly account: string;
  readonly region: string;
  readonly sources: readonly ReplicationSource[];
}

/** ECR user guide, "Private registry policy examples": images come in, and repositories that are not there yet are created. */
const ACTIONS = ['ecr:CreateRepository', 'ecr:ReplicateImage'];

/** The policy of a registry that lets other accounts replicate into it. `undefined` when there are none. */
export function registryPolicy({ sources, ...registry }: RegistryPolicyOptions): PolicyDocument | undefined {
  const united = groupBy(sources, ({ account }) => account).map(unite);
  const statements = groupBy(united, ({ names }) => names.join()).map((same, index) =>
    statement(same, index, registry),
  );
  return statements.length === 0 ? undefined : { Version: '2012-10-17', Statement: statements };
}

interface UnitedSource {
  readonly account: string;
  readonly names: readonly string[];
}

function unite(sources: readonly [ReplicationSource, ...ReplicationSource[]]): UnitedSource {
  const prefixes = sources.flatMap((source) => source.prefixes ?? ['']);
  return { account: sources[0].account, names: sortedUnique(widest(prefixes).map((prefix) => `${prefix}*`)) };
}

/** A prefix that begins with another one adds nothing. */
function widest(prefixes: readonly string[]): string[] {
  return prefixes.filter((prefix) => !prefixes.some((other) => other !== prefix && prefix.startsWith(other)));
}

function statement(
  same: readonly [UnitedSource, ...UnitedSource[]],
  index: number,
  registry: Omit<RegistryPolicyOptions, 'sources'>,
): PolicyStatement {
  return {
    Sid: `AllowReplication${index + 1}`,
    Effect: 'Allow',
    Principal: { AWS: same.map(({ account }) => accountArn(account)) },
    Action: ACTIONS,
    Resource: same[0].names.map((name) => repositoryArn({ ...registry, name })),
  };
}
