import { join } from 'node:path';
import type { Command } from 'commander';

/** Where each command line is made. The modules are loaded, not imported: what tools import is kept small (docs/architecture.md). */
const PROGRAMS = [
  { module: 'apps/image-builder/src/program.ts', maker: 'createProgram' },
  { module: 'apps/plan-review/src/program.ts', maker: 'createProgram' },
  { module: 'apps/registry-report/src/program.ts', maker: 'createProgram' },
  { module: 'libs/local-cloud/src/commands/program.ts', maker: 'program' },
] as const;

/** Makes a command line anew, as commander keeps in it what it has parsed. */
export type MakeProgram = () => Command;

type Module = Readonly<Record<string, (shell: object) => Command>>;

/** The command lines of the workspace by name. Nothing that they would do can be done: there is no world behind them. */
export async function loadPrograms(root: string): Promise<ReadonlyMap<string, MakeProgram>> {
  const makers: MakeProgram[] = [];
  // One after the other: Jest doesn't link a module that two imports reach at once ("module not been linked").
  for (const program of PROGRAMS) makers.push(await load(root, program));
  return new Map(makers.map((make) => [make().name(), make]));
}

async function load(root: string, { module, maker }: (typeof PROGRAMS)[number]): Promise<MakeProgram> {
  const make = ((await import(join(root, module))) as Module)[maker];
  if (make === undefined) throw new Error(`'${module}' exports no '${maker}'; mend the list in load-programs.ts`);
  return () => make(NO_SHELL);
}

const NO_SHELL = {
  print: () => undefined,
  world: () => {
    throw new Error('a document runs no command');
  },
};
