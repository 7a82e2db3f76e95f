import { cp, glob, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { execa } from 'execa';

const ROOT = join(import.meta.dirname, '..', '..');

/** A clone of this checkout, its uncommitted files included, that can be changed and committed without harm. */
export class Clone implements AsyncDisposable {
  readonly folder: string;

  private constructor(folder: string) {
    this.folder = folder;
  }

  static async make(): Promise<Clone> {
    const folder = await mkdtemp(join(tmpdir(), 'clone-'));
    for (const file of await presentFiles()) await cp(join(ROOT, file), join(folder, file), { recursive: true });
    for await (const modules of glob(['node_modules', '*/node_modules', '{apps,libs}/*/node_modules'], { cwd: ROOT })) {
      // Links, not copies: the links of the workspace packages inside are relative, so they point into the clone.
      await execa('cp', ['--archive', '--link', join(ROOT, modules), join(folder, dirname(modules))]);
    }
    const clone = new Clone(folder);
    await clone.git('init', '--quiet', '--initial-branch', 'main');
    await clone.commit('start');
    return clone;
  }

  async git(...args: readonly string[]): Promise<string> {
    const identity = ['-c', 'user.name=test', '-c', 'user.email=test@example.com'];
    return (await execa('git', [...identity, ...args], { cwd: this.folder })).stdout;
  }

  async commit(message: string): Promise<void> {
    await this.git('add', '--all');
    await this.git('commit', '--quiet', '--message', message);
  }

  async nx(...args: readonly string[]): Promise<string> {
    const env = { NX_DAEMON: 'false', NX_TUI: 'false', NODE_OPTIONS: '' };
    return (await execa('nx', args, { cwd: this.folder, preferLocal: true, localDir: this.folder, env })).stdout;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await rm(this.folder, { recursive: true });
  }
}

/** The files of the checkout that git doesn't ignore, without those that were deleted and not committed. */
async function presentFiles(): Promise<string[]> {
  const list = async (...flags: readonly string[]) =>
    (await execa('git', ['ls-files', ...flags], { cwd: ROOT })).stdout.split('\n');
  const deleted = new Set(await list('--deleted'));
  return (await list('--cached', '--others', '--exclude-standard')).filter((file) => !deleted.has(file));
}
