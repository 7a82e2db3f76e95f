import { execFileSync, spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const WORKSPACE = join(import.meta.dirname, '..', '..');

/** A clone of the last commit in which a test may change anything. */
export interface WorkspaceClone extends AsyncDisposable {
  readonly folder: string;
  /** Runs a program in it, and gives what it prints. @throws Error when it fails, with what it said */
  run(program: string, args: readonly string[]): string;
  /** Takes every change back. */
  restore(): void;
  /** Makes Nx hash every file anew: it takes one for unchanged whose time is the same to the second, and a test changes a file and takes that back faster. */
  forgetHashes(): void;
}

/** Makes one in the temporary folder, with the packages that are installed here. */
export async function cloneWorkspace(): Promise<WorkspaceClone> {
  const folder = await mkdtemp(join(tmpdir(), 'slipway-clone-'));
  execFileSync('git', ['clone', '--quiet', '--shared', WORKSPACE, folder]);
  await linkPackages(join(WORKSPACE, 'node_modules'), join(folder, 'node_modules'));
  const env = {
    ...process.env,
    PATH: `${join(folder, 'node_modules', '.bin')}:${process.env['PATH'] ?? ''}`,
    NODE_OPTIONS: '',
    NX_DAEMON: 'false',
    NX_ISOLATE_PLUGINS: 'false',
  };
  const run = (program: string, args: readonly string[]) => runIn(folder, env, [program, ...args]);
  return {
    folder,
    run,
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

/** Packages from the registry are shared; the workspace's own are relative links, which lead into the clone when copied as they are. */
async function linkPackages(from: string, to: string): Promise<void> {
  await mkdir(to);
  const names = (await readdir(from)).filter((name) => name !== '@slipway');
  await Promise.all(names.map((name) => symlink(join(from, name), join(to, name))));
  await cp(join(from, '@slipway'), join(to, '@slipway'), { recursive: true, verbatimSymlinks: true });
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
