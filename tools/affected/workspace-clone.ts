import { execFileSync, spawnSync } from 'node:child_process';
import { globSync, rmSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const WORKSPACE = join(import.meta.dirname, '..', '..');
const IDENTITY = ['-c', 'user.name=test', '-c', 'user.email=test@example.com'];

/** A clone of the last commit in which a test may change anything. */
export interface WorkspaceClone extends AsyncDisposable {
  readonly folder: string;
  /** Runs a program in it, and gives what it prints. @throws Error when it fails, with what it said */
  run(program: string, args: readonly string[], variables?: Readonly<Record<string, string>>): string;
  /** Commits every change. */
  commit(message: string): void;
  /** Takes every change back. */
  restore(): void;
  /** Makes Nx hash every file anew: it takes one for unchanged whose time is the same to the second, and a test changes a file and takes that back faster. */
  forgetHashes(): void;
}

/** Makes one in the temporary folder, with the packages that are installed here. */
export async function cloneWorkspace(): Promise<WorkspaceClone> {
  const folder = await mkdtemp(join(tmpdir(), 'slipway-clone-'));
  execFileSync('git', ['clone', '--quiet', '--shared', WORKSPACE, folder]);
  for (const modules of globSync(['node_modules', '{apps,libs}/*/node_modules'], { cwd: WORKSPACE }))
    await linkPackages(join(WORKSPACE, modules), join(folder, modules));
  const env = {
    ...process.env,
    PATH: `${join(folder, 'node_modules', '.bin')}:${process.env['PATH'] ?? ''}`,
    NODE_OPTIONS: '',
    NX_DAEMON: 'false',
    NX_ISOLATE_PLUGINS: 'false',
  };
  const run: WorkspaceClone['run'] = (program, args, variables) =>
    runIn(folder, { ...env, ...variables }, [program, ...args]);
  return {
    folder,
    run,
    commit: (message) => {
      run('git', ['add', '--all']);
      run('git', [...IDENTITY, 'commit', '--quiet', '--message', message]);
    },
    restore: () => {
      run('git', ['checkout', '--quiet', '.']);
      run('git', ['clean', '--quiet', '--force', '-d']);
    },
    forgetHashes: () => {
      rmSync(join(folder, '.nx', 'workspace-data', 'nx_files.nxt'), { force: true });
    },
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  };
}

/** What leads into a workspace, and not into a package: relative links, which lead into the clone when copied as they are. */
const OWN = ['@slipway', '.bin'];

/** What is kept of this workspace's sources would be taken for the clone's. */
const LEFT_OUT = ['.cache'];

/** Packages from the registry are shared. */
async function linkPackages(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true });
  for (const name of await readdir(from)) {
    if (OWN.includes(name)) await cp(join(from, name), join(to, name), { recursive: true, verbatimSymlinks: true });
    else if (!LEFT_OUT.includes(name)) await symlink(join(from, name), join(to, name));
  }
}

function runIn(cwd: string, env: NodeJS.ProcessEnv, [program = '', ...args]: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(program, args, {
    cwd,
    env,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (status !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${String(status)}:\n${stdout}\n${stderr}`);
  return stdout;
}
