import { Command, InvalidArgumentError, Option } from 'commander';
import { printReport, visibleText } from '@slipway/cli';
import { atProfile } from '../../at-profile.ts';
import type { Shell } from '../../shell.ts';
import { sharedFlags } from '../shared-flags.ts';
import type { DeployReport } from './deploy-report.ts';
import { formatDeploy } from './format-deploy.ts';
import { runDeploy } from './run-deploy.ts';

interface Flags {
  readonly env: string;
  readonly profile?: string;
  readonly digest?: string;
  readonly tag?: string;
  readonly dryRun: boolean;
  readonly timeout: number;
  readonly json: boolean;
  readonly recordDir: string;
}

const EXAMPLES = `
Examples:
  image-builder deploy server --env prod                    the image that was released last
  image-builder deploy server --env prod --dry-run          manifests, and what they would change
  image-builder deploy server --env dev --tag dev-0123456789ab
  image-builder deploy server --env prod --digest sha256:... --timeout 900 --json`;

export function deployCommand(shell: Shell): Command {
  return new Command('deploy')
    .summary('run an image in EKS or Elastic Beanstalk')
    .description(
      "Run an image where the section 'deploy' of the container's image.json says: in EKS or in Elastic Beanstalk.\n" +
        'It is pinned by its digest. When it does not become healthy, what ran before is put back, and the exit code is 1.',
    )
    .argument('<container>', 'what to deploy')
    .requiredOption('--env <environment>', 'where to deploy, such as dev or prod')
    .addOption(new Option('--digest <digest>', 'the image, by its digest').conflicts('tag'))
    .option('--tag <tag>', 'the image, by a tag in the registry of the environment')
    .option('--dry-run', 'change nothing; show what would be applied and what that would change', false)
    .option('--timeout <seconds>', 'how long to wait until it is healthy', seconds, 600)
    .addOption(sharedFlags.profile())
    .addOption(sharedFlags.json())
    .addOption(sharedFlags.recordDir())
    .addHelpText('after', EXAMPLES)
    .action(async (container: string, flags: Flags) => {
      await printDeployment(shell, { container, flags });
    });
}

async function printDeployment(shell: Shell, { container, flags }: { container: string; flags: Flags }): Promise<void> {
  const { env: environment, digest, tag, dryRun, timeout: timeoutSeconds, recordDir } = flags;
  const options = { container, environment, digest, tag, dryRun, timeoutSeconds, recordDir };
  const reports: DeployReport[] = [];
  await printReport({
    flags,
    print: shell.print,
    format: formatDeploy,
    work: async () => {
      const report = await runDeploy(options, atProfile(await shell.world(), flags.profile));
      reports.push(report);
      return report;
    },
  });
  if (!flags.json) for (const { files = [], diff = '' } of reports) printTexts(shell, [...files.map(fileText), diff]);
}

/** Manifests and differences are to be read and copied line by line, so they stand below the report as they are. */
function printTexts(shell: Shell, texts: readonly string[]): void {
  for (const text of texts.filter((some) => some !== '')) {
    shell.print(`\n${text.trimEnd().split('\n').map(visibleText).join('\n')}\n`);
  }
}

function fileText({ name, text }: { readonly name: string; readonly text: string }): string {
  return `# ${name}\n${text}`;
}

function seconds(text: string): number {
  if (/^[1-9]\d{0,4}$/.test(text)) return Number(text);
  throw new InvalidArgumentError(`'${text}' is no number of seconds; write 1 to 99999`);
}
