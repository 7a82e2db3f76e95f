import type { GateAnswer, GateFacts } from './gate.ts';

const DAY = 24 * 60 * 60 * 1000;

/** Open for an image that is young enough to have the fixes of its base. Its age is that of its label, else of its first ledger entry. */
export function ageGate(facts: GateFacts): GateAnswer {
  const { maxAgeDays, now, container, from } = facts;
  const fix = `build it anew: 'image-builder push ${container} --env ${from}'; 'promote.maxAgeDays' in image.json sets the limit`;
  const made = madeAt(facts);
  if (made === undefined) return { open: false, facts: 'neither a label nor the ledger says when it was made', fix };
  const days = (now.getTime() - made.getTime()) / DAY;
  const words = `made at ${made.toISOString()}, ${days.toFixed(1)} days ago; the limit is ${maxAgeDays} days`;
  return { open: days <= maxAgeDays, facts: words, fix };
}

function madeAt({ created, entries, digest }: GateFacts): Date | undefined {
  const first = entries.find((entry) => entry.digest === digest)?.at;
  const dates = [created, first].flatMap((text) => (text === undefined ? [] : [new Date(text)]));
  return dates.find((date) => !Number.isNaN(date.getTime()));
}
