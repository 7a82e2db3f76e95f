import { bothEmpty } from '../plan/both-empty.ts';
import { normalizeJson } from '../plan/normalize-json.ts';
import type { PlanRules } from '../plan/plan-rules.ts';
import { ownTags } from '../plan/tags.ts';
import type { Found } from '../resources/resource-behaviour.ts';
import type { Cloud } from '../session/cloud.ts';
import type { CtyObject, CtyValue } from '../wire/cty-value.ts';
import type { ResourceType } from './provider-context.ts';

/** What AWS holds now, over what the state holds; undefined when the resource is gone. */
export async function currentState(
  cloud: Cloud,
  { resource, state }: { readonly resource: ResourceType; readonly state: CtyObject },
): Promise<CtyObject | undefined> {
  const { behaviour } = resource;
  const found = await behaviour.read(cloud, state);
  if (found === undefined) return undefined;
  return {
    ...state,
    ...foundAttributes(found, state),
    ...keptDocuments(found, { rules: behaviour.rules, state }),
    ...foundTags(found, { cloud, state }),
    ...('region' in resource.block.attributes && { region: cloud.regionOf(state) }),
  };
}

// AWS drops empty texts; the state keeps the one that the configuration wrote.
function foundAttributes({ attributes }: Found, state: CtyObject): CtyObject {
  const kept = Object.keys(attributes).filter((name) => bothEmpty(state[name], attributes[name]));
  return { ...attributes, ...Object.fromEntries(kept.map((name) => [name, state[name] ?? null])) };
}

// An equivalent document keeps the text of the state, or every plan would show a change of spaces.
function keptDocuments(
  { attributes }: Found,
  { rules, state }: { readonly rules: PlanRules; readonly state: CtyObject },
): CtyObject {
  const documents = Object.entries(rules.documents ?? {}).map(([name, isSame]): [string, CtyValue] => {
    const before = state[name];
    const now = attributes[name];
    if (typeof now !== 'string') return [name, now ?? null];
    return [name, typeof before === 'string' && isSame(before, now) ? before : normalizeJson(now)];
  });
  return Object.fromEntries(documents);
}

function foundTags({ tags }: Found, { cloud, state }: { readonly cloud: Cloud; readonly state: CtyObject }): CtyObject {
  if (tags === undefined) return {};
  return { tags_all: tags, tags: ownTags(tags, { defaultTags: cloud.defaultTags, tags: state['tags'] }) };
}
