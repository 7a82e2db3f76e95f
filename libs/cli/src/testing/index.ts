export { programRunner } from './program-runner.ts';
export type { ProgramRun, RunProgram } from './program-runner.ts';
