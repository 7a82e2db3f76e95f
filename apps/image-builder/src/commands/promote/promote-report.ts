import type { Digest } from '@slipway/images';
import type { CopyFacts } from '../../copy/copy-image.ts';
import { Failure } from '../../failure.ts';
import type { JudgedGate } from './gates/judge-gates.ts';

/** What `promote` prints with `--json`. */
export interface PromoteReport {
  readonly schemaVersion: 1;
  readonly from: string;
  readonly to: string;
  readonly dryRun: boolean;
  readonly images: readonly PromotedImage[];
}

export interface PromotedImage {
  readonly container: string;
  readonly repository: string;
  readonly digest: Digest;
  /** The tags that it has in the target environment. */
  readonly tags: readonly string[];
  /** `planned`: a dry run. `refused`: a gate is closed, of this image or of another that was asked for. */
  readonly result: 'promoted' | 'up-to-date' | 'planned' | 'refused';
  /** Absent where nothing was released before. */
  readonly previous?: Digest;
  readonly gates: readonly JudgedGate[];
  /** Absent where nothing was copied. */
  readonly copied?: CopyFacts;
  /** Number of the ledger entry that was written. */
  readonly sequence?: number;
}

/** The failure of a report with a gate that is closed, naming each with its facts. */
export function promoteFailure({ images, to }: PromoteReport): Failure | undefined {
  const closed = images.flatMap(({ container, gates }) =>
    gates.filter(({ state }) => state === 'closed').map((gate) => ({ container, ...gate })),
  );
  if (closed.length === 0) return undefined;
  const lines = closed.map(({ container, gate, facts }) => `\n  ${container}: the gate '${gate}' is closed: ${facts}`);
  const fixes = [...new Set(closed.map(({ fix }) => fix))].join('; ');
  return new Failure({
    code: 'gate-closed',
    message: `nothing was promoted to '${to}'${lines.join('')}`,
    fix: `${fixes}; or say why it may pass: --override <gate> --reason <text>`,
  });
}
