import type { ChangeKind, ChangeReview, Verdict } from '@slipway/plan-review';

const KINDS: Readonly<Record<ChangeKind, string>> = {
  destroy: 'destroyed',
  replace: 'replaced',
  unfamiliar: 'changed in a way that is not known',
  forget: 'forgotten',
  update: 'changed',
  create: 'created',
  none: 'unchanged',
  read: 'read',
};

const VERDICTS: Readonly<Record<Verdict, string>> = {
  ok: 'ok',
  attention: 'needs attention',
  blocked: 'blocked',
};

export function verdictWords(verdict: Verdict): string {
  return VERDICTS[verdict];
}

export function kindWords(kind: ChangeKind): string {
  return KINDS[kind];
}

/** What happens to a resource, such as `replaced, forced by name`, apart from its address. */
export function fateWords({ kind, forcedBy, importId, previousAddress, deposed }: ChangeReview): string {
  const parts = [
    ...(importId === undefined ? [] : [`imported as ${importId}`]),
    ...(previousAddress === undefined ? [] : [`moved from ${previousAddress}`]),
    ...(deposed === undefined ? [] : [`deposed object ${deposed}`]),
    ...(forcedBy.length === 0 ? [] : [`forced by ${forcedBy.join(', ')}`]),
  ];
  const isQuiet = kind === 'none' && parts.length > 0;
  return [...(isQuiet ? [] : [KINDS[kind]]), ...parts].join(', ');
}

/** How much changes, such as `1 destroyed, 3 created`; undefined where nothing does. */
export function countWords(counts: Readonly<Record<ChangeKind | 'imported' | 'moved', number>>): string | undefined {
  const shown = ['destroy', 'replace', 'unfamiliar', 'forget', 'update', 'create'] as const;
  const parts = [
    ...shown.map((kind) => [counts[kind], KINDS[kind]] as const),
    [counts.imported, 'imported'] as const,
    [counts.moved, 'moved'] as const,
  ].filter(([number]) => number > 0);
  return parts.length === 0 ? undefined : parts.map(([number, words]) => `${number} ${words}`).join(', ');
}
