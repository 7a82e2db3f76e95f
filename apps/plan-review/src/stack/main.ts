#!/usr/bin/env node
import { runCli } from '@slipway/cli';
import type { StackFailureCode } from './failure.ts';
import { openWorld } from './open-world.ts';
import { createProgram } from './program.ts';

/** 2: the command or the checkout is wrong. 3: something outside failed. 4: the plan is stale or foreign. 5: the verdict. */
const exitCodes: Readonly<Record<StackFailureCode, number>> = {
  'not-a-plan': 2,
  'invalid-configuration': 2,
  'invalid-overrides': 2,
  'repeated-stack': 2,
  'unreadable-file': 2,
  'unwritable-file': 2,
  'unknown-environment': 2,
  'unknown-repository': 2,
  'dirty-checkout': 2,
  'no-plan': 2,
  'synthesis-failed': 2,
  'git-failed': 2,
  'wrong-account': 3,
  'aws-failed': 3,
  'missing-program': 3,
  'terraform-failed': 3,
  'needs-attention': 4,
  'stale-plan': 4,
  'foreign-plan': 4,
  blocked: 5,
  drift: 5,
  interrupted: 130,
};

await runCli({ createProgram, openWorld: (ending) => openWorld(process.env, ending), exitCodes });
