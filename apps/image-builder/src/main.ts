#!/usr/bin/env node
import { runCli } from '@slipway/cli';
import type { FailureCode } from './failure.ts';
import { openWorld } from './open-world.ts';
import { createProgram } from './program.ts';

/** 1: the work failed. 2: the command is wrong. 3: something outside isn't ready. 4: a tag is taken. 130: ended by the user. */
const exitCodes: Readonly<Record<FailureCode, number>> = {
  'unknown-container': 2,
  'unknown-environment': 2,
  'dockerfile-missing': 1,
  'context-unreadable': 1,
  'build-failed': 1,
  'push-failed': 1,
  'push-unproven': 1,
  'registry-failed': 1,
  'record-unwritable': 1,
  'workspace-missing': 3,
  'settings-unreadable': 3,
  'git-missing': 3,
  'git-unusable': 3,
  'engine-unreachable': 3,
  'engine-failed': 3,
  'base-image-missing': 3,
  'registry-unreachable': 3,
  'registry-denied': 3,
  'repository-missing': 3,
  'wrong-account': 3,
  'aws-failed': 3,
  'tag-conflict': 4,
  interrupted: 130,
};

await runCli({ createProgram, openWorld: (ending) => openWorld(process.env, ending), exitCodes });
