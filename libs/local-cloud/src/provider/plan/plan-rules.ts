import type { CtyObject, CtyValue } from '../wire/cty-value.ts';

/**
 * What the real provider's code knows of a resource and its schema does not say.
 * Paths are dotted and go through every element of a block, such as `encryption_configuration.kms_key`.
 */
export interface PlanRules {
  /** Attributes whose change replaces the resource; `region` always does. */
  readonly forceNew?: readonly string[];
  /** Values of attributes that the configuration leaves out. */
  readonly defaults?: Readonly<Record<string, CtyValue>>;
  /** Blocks that keep their prior content when the configuration leaves them out. */
  readonly keptWhenUnset?: readonly string[];
  /** JSON documents: kept with sorted keys, and unchanged while equivalent. */
  readonly documents?: Readonly<Record<string, Equivalence>>;
  /** Other texts that are unchanged while equivalent. */
  readonly suppressed?: Readonly<Record<string, Equivalence>>;
  /** What the real provider plans by code of its own, after everything else but tags. */
  readonly adjust?: (planned: CtyObject, from: PlannedFrom) => CtyObject;
  /** How many of a block may stand, where that is more than one: the bindings lose this number. */
  readonly blockLimits?: Readonly<Record<string, number>>;
}

/** What a plan is made from. */
export interface PlannedFrom {
  readonly config: CtyObject;
  /** Null for a resource to create. */
  readonly prior: CtyObject | null;
}

/** Whether two texts mean the same to AWS. */
export type Equivalence = (left: string, right: string) => boolean;
