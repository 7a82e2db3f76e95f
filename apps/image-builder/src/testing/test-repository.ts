import { execa } from 'execa';

/** Makes a folder a git repository with one commit of all its files. */
export async function testRepository(
  folder: string,
  { branch = 'develop', date = '2026-03-01T10:00:00Z' } = {},
): Promise<void> {
  const env = {
    GIT_AUTHOR_DATE: date,
    GIT_COMMITTER_DATE: date,
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_AUTHOR_NAME: 'test',
    GIT_AUTHOR_EMAIL: 'test@example.test',
    GIT_COMMITTER_NAME: 'test',
    GIT_COMMITTER_EMAIL: 'test@example.test',
  };
  const git = (...args: readonly string[]) => execa('git', ['-C', folder, ...args], { env });
  await git('init', '-q', '-b', branch);
  await git('add', '.');
  await git('commit', '-q', '-m', 'test');
}
