import type { StoredImage } from '../engine/local-storage.ts';
import type { LocalImageDecision, LocalPlan } from './local-plan.ts';

/** Label that names the container of an image (OCI image spec, annotations). */
const TITLE = 'org.opencontainers.image.title';

export interface LocalRules {
  readonly keep: number;
  readonly cacheUnusedForDays: number;
}

/** Which images that this program built the engine can lose: of each container all but the newest. */
export function planLocal(images: readonly StoredImage[], rules: LocalRules, now: Date): LocalPlan {
  const { keep } = rules;
  const ranks = new Map<string, number>();
  const ranked = [...images].sort(newestFirst).map((image) => {
    const title = image.labels[TITLE] ?? '';
    const rank = (ranks.get(title) ?? 0) + 1;
    ranks.set(title, rank);
    const because = rank > keep ? `superseded: not among the ${keep} newest` : `among the ${keep} newest`;
    return { goes: rank > keep, decision: decision(image, title, because) };
  });
  return {
    schemaVersion: 1,
    report: 'local-cleanup-plan',
    at: now.toISOString(),
    ...rules,
    go: ranked.filter(({ goes }) => goes).map((each) => each.decision),
    stay: ranked.filter(({ goes }) => !goes).map((each) => each.decision),
  };
}

function decision({ id, names, bytes, createdAt }: StoredImage, title: string, because: string): LocalImageDecision {
  return { id, title, names: [...names].sort(), bytes, createdAt: createdAt.toISOString(), because };
}

/** Of the same second, the order is that of the ids, so that two runs decide alike. */
function newestFirst(a: StoredImage, b: StoredImage): number {
  return b.createdAt.getTime() - a.createdAt.getTime() || (a.id < b.id ? -1 : 1);
}
