import type { Digest, ReleaseEntry } from '@slipway/images';

/** What a gate asks before an image may enter the next environment. */
export const GATES = ['tested', 'age', 'not-reverted'] as const;

export type GateName = (typeof GATES)[number];

export interface GateFacts {
  readonly container: string;
  /** Environment that the image comes from. */
  readonly from: string;
  readonly digest: Digest;
  /** The ledger of that environment. */
  readonly entries: readonly ReleaseEntry[];
  /** Environment that it goes to, and its ledger. */
  readonly to: string;
  readonly targetEntries: readonly ReleaseEntry[];
  /** Label `org.opencontainers.image.created`, where the image has it. */
  readonly created: string | undefined;
  readonly now: Date;
  readonly maxAgeDays: number;
}

export interface GateAnswer {
  readonly open: boolean;
  /** What was found, in words. */
  readonly facts: string;
  /** What opens it. */
  readonly fix: string;
}

export type Gate = (facts: GateFacts) => GateAnswer;
