#!/usr/bin/env node
import { runCli } from '@slipway/cli';
import { exitCodes } from './exit-codes.ts';
import { openWorld } from './open-world.ts';
import { createProgram } from './program.ts';

await runCli({ createProgram, openWorld: (ending) => openWorld(process.env, ending), exitCodes });
