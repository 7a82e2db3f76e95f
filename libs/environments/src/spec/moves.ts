import { compilePattern } from '@slipway/lifecycle';
import type { TagMutability } from './tag-mutability.ts';

/** A mutability setting in the words of the spec; ECR's own answer has the same modes, with or without filters. */
export interface MutabilitySetting {
  readonly mode: TagMutability['mode'];
  /** Exclusion filters. @default none */
  readonly except?: readonly string[];
}

/** Whether a tag can be moved to another image under a mutability setting. `*` in a filter is zero or more characters. */
export function moves({ mode, except = [] }: MutabilitySetting, tag: string): boolean {
  const excluded = except.some((filter) => compilePattern(filter)(tag));
  switch (mode) {
    case 'MUTABLE':
      return true;
    case 'IMMUTABLE':
      return false;
    case 'MUTABLE_WITH_EXCLUSION':
      return !excluded;
    case 'IMMUTABLE_WITH_EXCLUSION':
      return excluded;
    default:
      return mode satisfies never;
  }
}
