#!/usr/bin/env node
import { runCli } from '@slipway/cli';
import type { FailureCode } from './failure.ts';
import { openWorld } from './open-world.ts';
import { createProgram } from './program.ts';

/** 1: the report shows what was asked to fail. 2: the command is wrong. 3: something outside isn't ready. 130: ended by the user. */
const exitCodes: Readonly<Record<FailureCode, number>> = {
  'access-differs': 1,
  'images-would-be-lost': 1,
  'unknown-environment': 2,
  'unknown-repository': 2,
  'wrong-account': 3,
  'aws-failed': 3,
  interrupted: 130,
};

await runCli({ createProgram, openWorld: (ending) => openWorld(process.env, ending), exitCodes });
