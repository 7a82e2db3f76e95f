#!/usr/bin/env node
import './secrets/hide-from-debug.ts';
import { runCli } from '@slipway/cli';
import type { FailureCode } from './failure.ts';
import { openWorld } from './open-world.ts';
import { createProgram } from './program.ts';

/** 1: the work failed. 2: the command is wrong. 3: something outside isn't ready. 4: somebody else was first: a tag is taken, or what was planned for has changed. 5: a check says no. 130: ended by the user. */
const exitCodes: Readonly<Record<FailureCode, number>> = {
  'unknown-container': 2,
  'unknown-environment': 2,
  'unknown-repository': 2,
  'configuration-invalid': 2,
  'exceptions-invalid': 2,
  'plan-invalid': 2,
  'dockerfile-missing': 1,
  'context-unreadable': 1,
  'build-failed': 1,
  'push-failed': 1,
  'push-unproven': 1,
  'registry-failed': 1,
  'record-unwritable': 1,
  'image-missing': 1,
  'copy-failed': 1,
  'scan-failed': 1,
  'deploy-failed': 1,
  'clean-up-failed': 1,
  'signing-failed': 1,
  'workspace-missing': 3,
  'settings-unreadable': 3,
  'git-missing': 3,
  'git-unusable': 3,
  'affected-unknown': 3,
  'engine-unreachable': 3,
  'engine-failed': 3,
  'base-image-missing': 3,
  'registry-unreachable': 3,
  'registry-denied': 3,
  'repository-missing': 3,
  'wrong-account': 3,
  'aws-failed': 3,
  'cluster-failed': 3,
  'ledger-unreadable': 3,
  'tool-missing': 3,
  'tag-conflict': 4,
  'ledger-conflict': 4,
  'plan-stale': 4,
  'gate-closed': 5,
  'vulnerabilities-found': 5,
  'smoke-test-failed': 5,
  differs: 5,
  'not-ready': 5,
  interrupted: 130,
};

await runCli({ createProgram, openWorld: (ending) => openWorld(process.env, ending), exitCodes });
