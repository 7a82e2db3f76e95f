import type { FailureCode } from './failure.ts';

/** 2: the command or what it was given is wrong. 3: something outside isn't ready. 4 and 5: the verdict. 130: ended by the user. */
export const exitCodes: Readonly<Record<FailureCode, number>> = {
  'not-a-plan': 2,
  'stale-plan': 2,
  'invalid-configuration': 2,
  'invalid-overrides': 2,
  'repeated-stack': 2,
  'unreadable-file': 2,
  'unwritable-file': 2,
  'unknown-environment': 2,
  'unknown-repository': 2,
  'wrong-account': 3,
  'aws-failed': 3,
  'needs-attention': 4,
  blocked: 5,
  interrupted: 130,
};
