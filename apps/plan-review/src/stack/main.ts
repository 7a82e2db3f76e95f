#!/usr/bin/env node
import { runCli } from '@slipway/cli';
import { exitCodes as reviewExitCodes } from '../exit-codes.ts';
import type { StackFailureCode } from './failure.ts';
import { openWorld } from './open-world.ts';
import { createProgram } from './program.ts';

/** Those of a review, but for a stale plan, which is this command's own; and what the checkout (2), Terraform (3) and the saved plan (4) add. */
const exitCodes: Readonly<Record<StackFailureCode, number>> = {
  ...reviewExitCodes,
  'dirty-checkout': 2,
  'no-plan': 2,
  'synthesis-failed': 2,
  'git-failed': 2,
  'missing-program': 3,
  'terraform-failed': 3,
  'stale-plan': 4,
  'foreign-plan': 4,
  drift: 5,
};

await runCli({ createProgram, openWorld: (ending) => openWorld(process.env, ending), exitCodes });
