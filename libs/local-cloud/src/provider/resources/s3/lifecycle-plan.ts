import type { PlannedFrom } from '../../plan/plan-rules.ts';
import { isList, isObject, isUnset, type CtyObject, type CtyValue } from '../../wire/cty-value.ts';
import { blocks } from '../attribute-readers.ts';

const SIZE = 'transition_default_minimum_object_size';

/**
 * What a plan holds for what a lifecycle configuration leaves out: the real provider writes zero values there,
 * as it did before it was rewritten, so that no state changes by an upgrade.
 */
export function plannedLifecycle(planned: CtyObject, { config }: PlannedFrom): CtyObject {
  const size = isUnset(config[SIZE]) ? 'all_storage_classes_128K' : planned[SIZE];
  return { ...planned, [SIZE]: size ?? null, rule: mapBlocks(config, 'rule', plannedRule) };
}

function plannedRule(rule: CtyObject): CtyObject {
  return {
    ...withZeros(rule, { prefix: '' }),
    expiration: mapBlocks(rule, 'expiration', (block) =>
      withZeros(block, { days: 0, expired_object_delete_marker: false }),
    ),
    filter: mapBlocks(rule, 'filter', plannedFilter),
    transition: mapBlocks(rule, 'transition', (block) =>
      isUnset(block['date']) ? withZeros(block, { days: 0 }) : block,
    ),
  };
}

// An empty filter takes every object, and so does an empty prefix.
function plannedFilter(filter: CtyObject): CtyObject {
  const and = mapBlocks(filter, 'and', (block) =>
    withZeros(block, { object_size_greater_than: 0, object_size_less_than: 0, prefix: '' }),
  );
  const isNarrowed =
    !isUnset(filter['object_size_greater_than']) ||
    !isUnset(filter['object_size_less_than']) ||
    filter['and'] === undefined ||
    blocks(filter, 'and').length > 0 ||
    blocks(filter, 'tag').length > 0;
  return { ...(isNarrowed ? filter : withZeros(filter, { prefix: '' })), and };
}

function withZeros(block: CtyObject, zeros: CtyObject): CtyObject {
  const missing = Object.entries(zeros).filter(([name]) => isUnset(block[name]));
  return { ...block, ...Object.fromEntries(missing) };
}

function mapBlocks(from: CtyObject, name: string, change: (block: CtyObject) => CtyObject): CtyValue {
  const value = from[name];
  return isList(value) ? value.map((block) => (isObject(block) ? change(block) : block)) : (value ?? []);
}
