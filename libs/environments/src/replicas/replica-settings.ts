import { grantsOf } from '../grants-of.ts';
import type { RepositoryTemplateSpec } from '../spec/creation-template-spec.ts';

/** What a template passes on to a replica, and what the repositories of a namespace have to agree about. */
export type ReplicaSetting = 'tagMutability' | 'encryption' | 'lifecycle' | 'access';

type Settings = Omit<RepositoryTemplateSpec, 'tags'>;

const TEXTS = {
  tagMutability: ({ tagMutability: { mode, except } }) => JSON.stringify([mode, except?.toSorted()]),
  encryption: ({ encryption: { type, key } }) => JSON.stringify([type, key]),
  lifecycle: ({ lifecycle = [] }) => JSON.stringify(lifecycle),
  access: ({ access = {} }) => [...new Set(grantsOf(access).map(grantText))].sort().join(),
} as const satisfies Readonly<Record<ReplicaSetting, (settings: Settings) => string>>;

/** Text by setting: equal texts are settings that AWS takes as the same, whatever the order of grants and filters. */
export function settingTexts(settings: Settings): Readonly<Record<ReplicaSetting, string>> {
  return {
    tagMutability: TEXTS.tagMutability(settings),
    encryption: TEXTS.encryption(settings),
    lifecycle: TEXTS.lifecycle(settings),
    access: TEXTS.access(settings),
  };
}

function grantText({ principal, access }: ReturnType<typeof grantsOf>[number]): string {
  return JSON.stringify([access, ...Object.entries(principal).sort(([a], [b]) => (a < b ? -1 : 1))]);
}
