import { allChecks, conflictsWith, lengthBetween, matching, type ConfigurationCheck } from '../configuration-checks.ts';

// What the real provider appends to a prefix.
const SUFFIX_LENGTH = 26;

/** `name` and `name_prefix` are names of IAM with at most so many characters, and only one of them is set. */
export function iamNames(most: number): ConfigurationCheck {
  return allChecks(
    conflictsWith('name', 'name_prefix'),
    iamName('name', most),
    iamName('name_prefix', most - SUFFIX_LENGTH),
  );
}

function iamName(path: string, most: number): ConfigurationCheck {
  return allChecks(
    lengthBetween(path, [1, most]),
    matching(path, { pattern: /^[\w+=,.@-]*$/, rule: 'must match [\\w+=,.@-]' }),
  );
}
