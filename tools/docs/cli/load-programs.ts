import { join } from 'node:path';
import type { Command } from 'commander';

/** The command behind `nx plan`, `nx deploy` and `nx run dev:drift`. */
const STACK = 'node apps/plan-review/bin/stack.ts';

/** How each command line is called, and where it is made. The modules are loaded, not imported: what tools import is kept small (docs/architecture.md). */
const PROGRAMS = [
  { call: 'npx image-builder', module: 'apps/image-builder/src/program.ts', maker: 'createProgram' },
  { call: 'npx plan-review', module: 'apps/plan-review/src/program.ts', maker: 'createProgram' },
  { call: STACK, module: 'apps/plan-review/src/stack/program.ts', maker: 'createProgram' },
  { call: 'npx registry-report', module: 'apps/registry-report/src/program.ts', maker: 'createProgram' },
  { call: 'npx local-cloud', module: 'libs/local-cloud/src/commands/program.ts', maker: 'program' },
] as const;

/** A command line of the workspace. */
export interface Program {
  /** How it is called at the root of the workspace, such as `npx image-builder`. */
  readonly call: string;
  /** Makes it anew, as commander keeps in it what it has parsed. */
  readonly make: () => Command;
}

type Module = Readonly<Record<string, (shell: object) => Command>>;

/** The command lines of the workspace. Nothing that they would do can be done: there is no world behind them. */
export async function loadPrograms(root: string): Promise<readonly Program[]> {
  const programs: Program[] = [];
  // One after the other: Jest doesn't link a module that two imports reach at once ("module not been linked").
  for (const program of PROGRAMS) programs.push(await load(root, program));
  return programs;
}

async function load(root: string, { call, module, maker }: (typeof PROGRAMS)[number]): Promise<Program> {
  const make = ((await import(join(root, module))) as Module)[maker];
  if (make === undefined) throw new Error(`'${module}' exports no '${maker}'; mend the list in load-programs.ts`);
  return { call, make: () => make(NO_SHELL) };
}

const NO_SHELL = {
  print: () => undefined,
  world: () => {
    throw new Error('a document runs no command');
  },
};
