import type { RepositorySpec } from '../spec/repository-spec.ts';
import { grouped } from './grouped.ts';
import { namespaceOf } from './namespace-of.ts';
import { settingTexts, type ReplicaSetting } from './replica-settings.ts';

/** Replicated repositories that one creation template serves. */
export interface ReplicaNamespace {
  readonly namespace: string;
  /** The first of the repositories that have the settings that most of them have: the template is made from it. */
  readonly model: RepositorySpec;
  readonly repositories: readonly RepositorySpec[];
  /** Those that differ from the model, and in what. */
  readonly odd: readonly OddReplica[];
}

export interface OddReplica {
  readonly repository: RepositorySpec;
  readonly settings: readonly ReplicaSetting[];
}

const SETTINGS = ['tagMutability', 'encryption', 'lifecycle', 'access'] as const satisfies readonly ReplicaSetting[];

/** The namespaces of the replicated repositories whose replicas are made from a template. */
export function replicaNamespaces(replicated: readonly RepositorySpec[]): ReplicaNamespace[] {
  const byTemplate = replicated.filter(({ replicas = 'template' }) => replicas === 'template');
  const namespaces = grouped(byTemplate, ({ name }) => namespaceOf(name));
  return [...namespaces].map(([namespace, repositories]) => replicaNamespace(namespace, repositories));
}

function replicaNamespace(namespace: string, repositories: Repositories): ReplicaNamespace {
  const described = repositories.map((repository) => ({ repository, texts: settingTexts(repository) }));
  const alike = [...grouped(described, ({ texts }) => Object.values(texts).join('\n')).values()];
  const [{ repository: model, texts }] = alike.reduce((most, group) => (group.length > most.length ? group : most));
  const odd = described.map((other) => ({
    repository: other.repository,
    settings: SETTINGS.filter((setting) => other.texts[setting] !== texts[setting]),
  }));
  return { namespace, model, repositories, odd: odd.filter(({ settings }) => settings.length > 0) };
}

type Repositories = readonly [RepositorySpec, ...RepositorySpec[]];
