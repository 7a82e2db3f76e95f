import type { PlanRules } from '../plan/plan-rules.ts';
import type { Tags } from '../plan/tags.ts';
import type { Cloud } from '../session/cloud.ts';
import type { CtyObject } from '../wire/cty-value.ts';
import type { Diagnostic } from '../wire/diagnostic.ts';

/** How one resource type is planned, and which calls to AWS it means. */
export interface ResourceBehaviour {
  /** What the real provider calls it in messages, such as `ECR Repository`. */
  readonly label: string;
  readonly rules: PlanRules;
  /**
   * What an imported id tells, for types whose import id is not their `id`.
   * @default the `id`
   * @throws {Refusal} when the id has not the form that the type wants.
   */
  readonly imported?: (id: string) => CtyObject;
  /** What is wrong with a configuration, in the real provider's words. */
  readonly validate?: (config: CtyObject) => readonly Diagnostic[];
  /** Why a plan is refused, where defaults or what there was before must be known to tell. */
  readonly refuse?: (planned: CtyObject, prior: CtyObject | null) => string | undefined;
  /** Creates the resource and answers its id. */
  create(cloud: Cloud, planned: CtyObject): Promise<string>;
  /** What must follow creation. If it fails the resource is in the state, tainted, and not forgotten. */
  complete?(cloud: Cloud, created: CtyObject): Promise<void>;
  /** What AWS holds now; undefined when it is gone. */
  read(cloud: Cloud, state: CtyObject): Promise<Found | undefined>;
  update?(cloud: Cloud, change: Change): Promise<void>;
  /** Deletes the resource; one that is gone already is no error. */
  delete(cloud: Cloud, state: CtyObject): Promise<void>;
}

export interface Change {
  readonly prior: CtyObject;
  readonly planned: CtyObject;
}

export interface Found {
  /** The attributes that AWS answers for; the others stay as the state has them. */
  readonly attributes: CtyObject;
  /** All tags at AWS, for types that have them. */
  readonly tags?: Tags;
}
