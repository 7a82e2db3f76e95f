import type { Shell as CliShell } from '@slipway/cli';
import type { World } from './world.ts';

/** What a command gets from the program around it. */
export type Shell = CliShell<World>;
