import { programRunner } from '@slipway/cli/testing';
import { createProgram } from '../program.ts';

/** Runs the command line in a world of fakes; without one, touching the world is an error. */
export const runProgram = programRunner(createProgram);
