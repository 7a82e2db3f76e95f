import { CloudError } from '../cloud-error.ts';
import { runCommand } from '../processes/run-command.ts';
import { installsPackages } from './installs-packages.ts';

export interface InstallOptions {
  readonly packages: readonly string[];
  /** What they are for, to complete "... is needed for". */
  readonly purpose: string;
  readonly signal: AbortSignal;
  readonly say: (line: string) => void;
}

/** Installs Debian packages without their recommendations. @throws CloudError with the command for the user where we don't. */
export async function aptInstall({ packages, purpose, signal, say }: InstallOptions): Promise<void> {
  const names = packages.join(' ');
  const fix = `run \`apt-get update && apt-get install --no-install-recommends ${names}\` as root on Debian`;
  if (!installsPackages()) throw new CloudError(`"${names}" is needed for ${purpose}`, { fix });
  say(`installing ${names} with apt-get`);
  // In run level 1 (maintenance) packages start no services.
  const environment = { DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' };
  await runCommand(['apt-get', 'update'], { signal, environment });
  const result = await runCommand(['apt-get', 'install', '--yes', '--no-install-recommends', ...packages], {
    signal,
    environment,
  });
  if (!result.succeeded)
    throw new CloudError(`apt-get can't install "${names}"`, { fix, details: result.lines.slice(-8) });
}
