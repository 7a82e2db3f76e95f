import { aes256, immutable, type RepositorySpec } from '@slipway/environments';
import { keepNewest, tagged } from '@slipway/lifecycle';

/** A repository that no rule refuses but for its name and tags. */
export function soundRepository(name: string, tags: Readonly<Record<string, string>> = {}): RepositorySpec {
  return {
    name,
    tagMutability: immutable(),
    encryption: aes256(),
    scanOnPush: true,
    lifecycle: [keepNewest(10, tagged('v'))],
    access: {},
    tags,
  };
}
