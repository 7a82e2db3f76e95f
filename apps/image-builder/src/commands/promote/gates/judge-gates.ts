import { ageGate } from './age-gate.ts';
import type { Gate, GateAnswer, GateFacts, GateName } from './gate.ts';
import { notRevertedGate } from './not-reverted-gate.ts';
import { scannedGate } from './scanned-gate.ts';
import { testedGate } from './tested-gate.ts';

const gates: Readonly<Record<GateName, Gate>> = {
  tested: testedGate,
  scanned: scannedGate,
  age: ageGate,
  'not-reverted': notRevertedGate,
};

export interface JudgedGate extends Omit<GateAnswer, 'open'> {
  readonly gate: GateName;
  /** A gate that is open needs no override, and gets none. */
  readonly state: 'open' | 'closed' | 'overridden';
}

export interface GateQuestion {
  readonly facts: GateFacts;
  /** The gates that the container's configuration names. */
  readonly gates: readonly GateName[];
  readonly overrides: readonly GateName[];
}

/** Asks every gate, so that all that is closed is seen at once. */
export function judgeGates({ facts, gates: names, overrides }: GateQuestion): JudgedGate[] {
  return names.map((gate) => {
    const { open, ...answer } = gates[gate](facts);
    const closed = overrides.includes(gate) ? 'overridden' : 'closed';
    return { gate, state: open ? 'open' : closed, ...answer };
  });
}
