import type { ImageDecision, RepositoryPlan } from './cleanup-plan.ts';

/** What a plan would delete and may not any more, in words; empty when the plan still holds. What is gone already is no matter. */
export function staleImages(planned: RepositoryPlan, now: RepositoryPlan): string[] {
  const there = new Map([...now.go, ...now.stay].map((image) => [image.digest, image]));
  const staying = new Map(now.stay.map(({ digest, because }) => [digest, because]));
  return planned.go.flatMap((image) => {
    const current = there.get(image.digest);
    if (current === undefined) return [];
    const reason = tagsChanged(image, current) ?? staying.get(image.digest);
    return reason === undefined ? [] : [`${now.region} ${now.repository} ${image.digest}: ${reason}`];
  });
}

function tagsChanged(planned: ImageDecision, { tags }: ImageDecision): string | undefined {
  if (JSON.stringify([...planned.tags].sort()) === JSON.stringify([...tags].sort())) return undefined;
  const words = (list: readonly string[]) => (list.length === 0 ? 'none' : list.join(', '));
  return `its tags were ${words(planned.tags)}, and are ${words(tags)}`;
}
