/** Whether a part of a statement matches a request; `unknown` names what the evaluator doesn't know about it. */
export type Match = 'yes' | 'no' | { readonly unknown: string };

/** A statement matches when all of its parts do; one that surely doesn't decides, whatever else is unknown. */
export function allOf(matches: readonly Match[]): Match {
  if (matches.includes('no')) return 'no';
  return matches.find((match) => match !== 'yes') ?? 'yes';
}

export function yesOrNo(holds: boolean): Match {
  return holds ? 'yes' : 'no';
}
