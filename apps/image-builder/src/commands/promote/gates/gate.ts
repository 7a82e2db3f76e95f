import type { Digest, ReleaseEntry } from '@slipway/images';
import type { ScanEvaluation } from '../../../scan/evaluation/evaluate-scan.ts';
import type { Severity } from '../../../scan/severity.ts';

/** What a gate asks before an image may enter the next environment. */
export const GATES = ['tested', 'scanned', 'age', 'not-reverted'] as const;

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
  /** The scan of the image where it comes from, judged for where it goes. Undefined where the gate `scanned` is not asked. */
  readonly scan: ScanFacts | undefined;
  readonly now: Date;
  readonly maxAgeDays: number;
}

export type ScanFacts =
  | (ScanEvaluation & {
      readonly failOn: Severity;
      /** AWS's status; `not scanned` where there is no scan. */
      readonly status: string;
      /** In UTC. @default AWS doesn't say */
      readonly completedAt?: string;
    })
  /** Why the credentials can't see it, in words. */
  | { readonly unreadable: string };

export interface GateAnswer {
  readonly open: boolean;
  /** What was found, in words. */
  readonly facts: string;
  /** What opens it. */
  readonly fix: string;
}

export type Gate = (facts: GateFacts) => GateAnswer;
