import type { SchemaBlock } from '../schema/schema-block.ts';
import type { AttributePath } from '../wire/attribute-path.ts';
import { isUnset, type CtyObject } from '../wire/cty-value.ts';
import { applyDefaults } from './apply-defaults.ts';
import { forcedReplacement } from './forced-replacement.ts';
import { markComputed } from './mark-computed.ts';
import type { PlanRules } from './plan-rules.ts';
import { suppressEquivalent } from './suppress-equivalent.ts';
import { plannedTags, type Tags } from './tags.ts';

export interface PlanInput {
  readonly block: SchemaBlock;
  readonly rules: PlanRules;
  /** What the state holds; null for a resource to create. */
  readonly prior: CtyObject | null;
  /** Terraform's merge of the configuration with the prior state. */
  readonly proposed: CtyObject;
  readonly config: CtyObject;
  readonly settings: PlanSettings;
}

/** What the provider block gives to every resource. */
export interface PlanSettings {
  readonly region: string;
  readonly defaultTags: Tags;
}

export interface PlannedChange {
  readonly planned: CtyObject;
  /** The attributes whose change makes Terraform replace the resource; empty for a create or an update. */
  readonly requiresReplace: readonly AttributePath[];
}

/** Plans one resource as the real provider's SDK does. Pure: it asks nobody. */
export function planChange(input: PlanInput): PlannedChange {
  const { rules } = input;
  const prior = input.prior && withRegionOfProvider(input, input.prior);
  const started = prior ? input.proposed : markComputed(input.block, input.proposed);
  const filled = applyDefaults(started, rules.defaults ?? {});
  const placed = withRegion(input, filled);
  const kept = suppressEquivalent(placed, { rules, prior, config: input.config });
  const adjusted = rules.adjust?.(kept, { config: input.config, prior }) ?? kept;
  const planned = withTags(input, adjusted);
  return { planned, requiresReplace: prior ? forcedReplacement({ prior, planned, paths: replacingPaths(input) }) : [] };
}

function replacingPaths({ block, rules }: PlanInput): readonly string[] {
  return [...(rules.forceNew ?? []), ...('region' in block.attributes ? ['region'] : [])];
}

// A state written before resources had a region holds null, which means the provider's region and is no move.
function withRegionOfProvider({ block, settings }: PlanInput, state: CtyObject): CtyObject {
  const lacks = 'region' in block.attributes && isUnset(state['region']);
  return lacks ? { ...state, region: settings.region } : state;
}

function withRegion({ block, config, prior, settings }: PlanInput, planned: CtyObject): CtyObject {
  if (!('region' in block.attributes) || !isUnset(config['region'])) return planned;
  return { ...planned, region: prior?.['region'] ?? settings.region };
}

function withTags({ block, config, prior, settings }: PlanInput, planned: CtyObject): CtyObject {
  if (!('tags_all' in block.attributes)) return planned;
  const isNew = prior === null;
  return { ...planned, tags_all: plannedTags(config['tags'], { defaultTags: settings.defaultTags, isNew }) };
}
