import { expect, it } from '@jest/globals';
import { CommanderError } from 'commander';
import { removeFolder, temporaryFolder } from '../../testing/temporary-folder.ts';
import { testWorld } from '../../testing/test-world.ts';
import { publishCommand } from './publish-command.ts';

/** Runs the command and answers what it printed, or the error of its flags. */
async function publish(...args: readonly string[]): Promise<string> {
  const folder = await temporaryFolder({ 'api/Dockerfile': 'FROM scratch\nCOPY a /a\n', 'api/a': '1' });
  const written: string[] = [];
  const print = (text: string) => written.push(text);
  const command = publishCommand({ print, world: () => testWorld(folder).world });
  command.exitOverride().configureOutput({ writeErr: print });
  try {
    await command.parseAsync(args, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
  } finally {
    await removeFolder(folder);
  }
  return written.join('');
}

it.each([
  [[], /required option '--env <environment>'/],
  [['--env', 'dev', '--affected', '--all'], /'--affected' cannot be used with option '--all'/],
  [['--env', 'dev', '--base', 'v1', '--all'], /'--base <commit>' cannot be used with option '--all'/],
  [['api', '--env', 'dev', '--all'], /name containers \('api'\) or use --affected, --base or --all, not both/],
  [['--env', 'dev', '--concurrency', '0'], /'0' is not a number from 1 to 999/],
])('refuses %j', async (args, message) => {
  expect(await publish(...args)).toMatch(message);
});

it('prints one JSON document', async () => {
  expect(JSON.parse(await publish('--env', 'dev', '--affected', '--json'))).toMatchObject({
    schemaVersion: 1,
    environment: 'dev',
    dryRun: false,
    containers: [{ container: 'api', outcome: 'published', release: 1, image: { container: 'api' } }],
  });
});

it('prints a table for people', async () => {
  const text = await publish('api', '--env', 'dev');
  expect(text).toMatch(/Published to dev/);
  expect(text).toMatch(/api +│ pushed +│ dev-0123456789ab +│ sha256:[0-9a-f]{64}/);
});
