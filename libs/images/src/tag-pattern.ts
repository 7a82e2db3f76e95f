import { MAX_TAG_LENGTH } from './tag-name.ts';

/** What a placeholder stands for; undefined where the commit has none. */
export type TagValues = Readonly<Record<TagPlaceholder, string | undefined>>;

export const TAG_PLACEHOLDERS = ['branch', 'sha', 'commit', 'date', 'version', 'major', 'minor', 'patch'] as const;
export type TagPlaceholder = (typeof TAG_PLACEHOLDERS)[number];

export type TagPart = { readonly text: string } | { readonly placeholder: string };

/** A pattern as texts and placeholders; names of placeholders are not checked. */
export function tagParts(pattern: string): readonly TagPart[] {
  return pattern
    .split(/(\{[^{}]*\})/)
    .filter((part) => part !== '')
    .map((part) => (/^\{.*\}$/.test(part) ? { placeholder: part.slice(1, -1) } : { text: part }));
}

/**
 * The text of a pattern, with `suffix` at its end; undefined when a placeholder has no value.
 * A branch that would make it longer than a tag may be is cut. Where one is empty, its separators are one.
 */
export function renderTag(pattern: string, values: TagValues, suffix: string): string | undefined {
  const parts = tagParts(pattern);
  const whole = render(parts, values);
  if (whole === undefined) return undefined;
  const excess = whole.length + suffix.length - MAX_TAG_LENGTH;
  if (excess <= 0) return `${whole}${suffix}`;
  const { branch = '' } = values;
  const places = parts.filter((part) => 'placeholder' in part && part.placeholder === 'branch').length;
  const cut = branch.slice(0, Math.max(0, branch.length - Math.ceil(excess / Math.max(1, places))));
  return `${render(parts, { ...values, branch: cut }) ?? ''}${suffix}`;
}

function render(parts: readonly TagPart[], values: TagValues): string | undefined {
  let text = '';
  let isAfterNothing = false;
  for (const part of parts) {
    const value = 'text' in part ? part.text : valueOf(part.placeholder, values);
    if (value === undefined) return undefined;
    const hasSeparator = isAfterNothing && (text === '' || /[-._]$/.test(text));
    text += hasSeparator ? value.replace(/^[-._]+/, '') : value;
    isAfterNothing = value === '';
  }
  return text;
}

function valueOf(name: string, values: TagValues): string | undefined {
  const placeholder = TAG_PLACEHOLDERS.find((known) => known === name);
  return placeholder && values[placeholder];
}
