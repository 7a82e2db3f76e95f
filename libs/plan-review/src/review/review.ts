import type { Finding } from '@slipway/findings';
import type { AttributeChange } from '../change/attribute-changes.ts';
import type { ChangeKind } from '../plan/plan.ts';

/** `blocked`: don't apply it. `attention`: somebody has to look. */
export type Verdict = 'ok' | 'attention' | 'blocked';

/** What reviewers are told of one or several plans. The texts in it came from outside: secrets are masked, markup is not taken out. */
export interface Review {
  readonly schemaVersion: 1;
  readonly report: 'plan-review';
  readonly verdict: Verdict;
  /** Whether anything at all would change, or was changed outside of Terraform. */
  readonly changed: boolean;
  /** Commit that the plans were made of, as whoever asked says. */
  readonly commit?: string;
  /** The most dangerous first. */
  readonly findings: readonly ReviewFinding[];
  readonly stacks: readonly StackReview[];
}

export interface ReviewFinding extends Finding {
  /** Empty where it is about the review itself, such as its overrides. */
  readonly stack: string;
  /** Address of the resource; empty where it is about the whole plan. */
  readonly address: string;
  /** Who said that it is all right for now. An error with one asks for attention and blocks nothing. */
  readonly override?: { readonly reason: string; readonly expires: string };
}

export interface StackReview {
  readonly stack: string;
  readonly production: boolean;
  readonly verdict: Verdict;
  readonly terraformVersion: string;
  /** ISO 8601, UTC. */
  readonly madeAt?: string;
  readonly counts: ChangeCounts;
  /** Sum of what is known of its changes. @default nothing is known */
  readonly monthlyDollars?: number;
  /** The same of scans. @default nothing is known */
  readonly monthlyScanDollars?: number;
  /** The most dangerous first. */
  readonly changes: readonly ChangeReview[];
  /** What was changed outside of Terraform. */
  readonly drift: readonly ChangeReview[];
  readonly outputs: readonly OutputReview[];
}

export type ChangeCounts = Readonly<Record<ChangeKind | 'imported' | 'moved', number>>;

export interface ChangeReview {
  readonly address: string;
  readonly type: string;
  readonly kind: ChangeKind;
  readonly previousAddress?: string;
  readonly importId?: string;
  readonly deposed?: string;
  /** Attributes that force a replacement, such as `encryption_configuration[0].encryption_type`. */
  readonly forcedBy: readonly string[];
  /** What it means, one sentence each. */
  readonly words: readonly string[];
  /**
   * US dollars a month that storage costs more afterwards, less where negative; at most, as a layer that images share is paid once.
   * @default not known, or no matter of storage
   */
  readonly monthlyDollars?: number;
  /**
   * US dollars a month that scans of pushed images cost more afterwards, less where negative, at the pushes of the last 30 days; later
   * scans of the same images are not counted. @default not known, or no matter of scanning
   */
  readonly monthlyScanDollars?: number;
  /** Values that differ, at most 60. */
  readonly attributes: readonly AttributeChange[];
  /** How many differ in all. */
  readonly attributesInAll: number;
}

export interface OutputReview {
  readonly name: string;
  readonly kind: ChangeKind;
  readonly attributes: readonly AttributeChange[];
}
