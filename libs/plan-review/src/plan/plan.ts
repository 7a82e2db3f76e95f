import type { WrittenPolicy } from '../configuration/written-policy.ts';
import type { ConfiguredResource } from './configured-attributes.ts';

/** What `terraform show -json` says of a saved plan, as far as a review needs it. */
export interface Plan {
  /** Such as `1.2`. */
  readonly formatVersion: string;
  /** Such as `1.11.4`; empty where the plan does not say. */
  readonly terraformVersion: string;
  /** When Terraform made the plan. @default unknown: Terraform before 1.5 did not write it */
  readonly madeAt?: Date;
  /** Planning ended with an error: the plan can't be applied. */
  readonly errored: boolean;
  /** False where more has to be planned after this is applied. */
  readonly complete: boolean;
  readonly changes: readonly ResourceChange[];
  /** What was changed behind Terraform's back since the last apply; without what its own resources did to each other. */
  readonly drift: readonly ResourceChange[];
  readonly outputs: readonly OutputChange[];
  /** Names of parts of the plan that this program does not know, and that hold something. */
  readonly unfamiliar: readonly string[];
}

/** What the plan does to a resource. `unfamiliar`: actions that this program does not know, taken to be as bad as `replace`. */
export type ChangeKind = 'create' | 'update' | 'replace' | 'destroy' | 'forget' | 'read' | 'none' | 'unfamiliar';

/** One resource of a plan. Whatever is in it came from outside. */
export interface ResourceChange {
  readonly address: string;
  /** Where the state has it, when it moves. @default it does not move */
  readonly previousAddress?: string;
  /** Such as `aws_ecr_repository`. */
  readonly type: string;
  /** Such as `registry.terraform.io/hashicorp/aws`. */
  readonly provider: string;
  readonly isData: boolean;
  readonly kind: ChangeKind;
  /** As Terraform wrote them, such as `['delete', 'create']`. */
  readonly actions: readonly string[];
  /** The id that it is imported by; `unknown` where that is only known later. @default it is not imported */
  readonly importId?: string;
  /** Key of an object that an earlier, broken apply left to be destroyed. @default the object in use */
  readonly deposed?: string;
  /** Attributes that force the replacement. */
  readonly replacePaths: readonly (readonly PathPart[])[];
  /** What the configuration says of it; attributes that it does not set are the provider's. @default not known */
  readonly configured?: ConfiguredResource;
  /** Policies that wait for ARNs of the plan's own resources, by attribute, where the configuration was given. @default none */
  readonly written?: ReadonlyMap<string, WrittenPolicy>;
  readonly before: Side;
  readonly after: Side;
}

export type PathPart = string | number;

/** A resource before or after the change. */
export interface Side {
  readonly values: unknown;
  /** The same shape, `true` where a value is only known after the apply. */
  readonly unknown: unknown;
  /** The same shape, `true` where a value must not be shown. */
  readonly sensitive: unknown;
}

export interface OutputChange {
  readonly name: string;
  readonly kind: ChangeKind;
  readonly before: Side;
  readonly after: Side;
}
