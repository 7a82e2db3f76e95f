import { resolve } from 'node:path';
import { Argument, Command, InvalidArgumentError, Option } from 'commander';
import { environments } from '@slipway/environments';
import type { EnvironmentName } from '@slipway/environments';
import { workspaceCloud } from '../state/workspace-cloud.ts';
import type { ProviderMode } from '../state/cloud-state.ts';
import { down } from './down.ts';
import { env } from './env.ts';
import { serve } from './serve.ts';
import { status } from './status.ts';
import { up } from './up.ts';

/** The command line of the local cloud. */
export function program(): Command {
  const command = new Command('local-cloud')
    .description('a cloud on this machine: emulated AWS, a real image registry, a stand-in Terraform provider')
    .option('--folder <path>', 'folder of the state (default: .slipway/local-cloud in the workspace)');
  addUp(command);
  addDown(command);
  addStatus(command);
  addEnv(command);
  command.command('serve <settings>', { hidden: true }).action(serve);
  return command;
}

function rootOf(command: Command): string {
  const { folder } = command.optsWithGlobals<{ folder?: string }>();
  return folder === undefined ? workspaceCloud(process.cwd()) : resolve(folder);
}

function addUp(program: Command): void {
  program
    .command('up')
    .description('start what is not running')
    .option('--engine', 'make sure of a Docker engine and base images, too')
    .addOption(new Option('--provider <mode>', 'who answers Terraform').choices(['stand-in', 'registry']))
    .option('--port <number>', 'port of the gateway (default: the one of the last time, or a free one)', port)
    .option('--json', 'print the status as JSON in the end')
    .action(
      (
        { json = false, ...options }: { engine?: boolean; provider?: ProviderMode; port?: number; json?: boolean },
        command: Command,
      ) => up({ ...options, json, root: rootOf(command) }),
    );
}

function addDown(program: Command): void {
  program
    .command('down')
    .description('end what `up` started')
    .option('--purge', 'remove the state folder with all images, too')
    .action((options: { purge?: boolean }, command: Command) => down({ ...options, root: rootOf(command) }));
}

function addStatus(program: Command): void {
  program
    .command('status')
    .description('show every component; exit code 0 only when all work')
    .option('--json', 'print JSON')
    .action((options: { json?: boolean }, command: Command) => status({ ...options, root: rootOf(command) }));
}

function addEnv(program: Command): void {
  program
    .command('env')
    .description('print the variables that lead AWS clients, Terraform and Docker here: eval "$(npx local-cloud env)"')
    .addArgument(new Argument('[environment]', 'whose account and region').choices(Object.keys(environments)))
    .option('--account <number>', 'another account, 12 digits', account)
    .option('--json', 'print JSON')
    .action(
      (environment: EnvironmentName | undefined, options: { account?: string; json?: boolean }, command: Command) =>
        env({ ...options, environment, root: rootOf(command) }),
    );
}

function port(text: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number >= 1 && number <= 65535) return number;
  throw new InvalidArgumentError('a port is a number from 1 to 65535');
}

function account(text: string): string {
  if (/^\d{12}$/.test(text)) return text;
  throw new InvalidArgumentError('an account has 12 digits');
}
