import { CloudError } from '../../cloud-error.ts';
import { runCommand } from '../../processes/run-command.ts';
import { baseRecipe } from './base-recipe.ts';

/** Lines for apt that fetch bookworm from where this machine gets its own Debian packages. @throws CloudError on other machines. */
export async function debianSources(signal: AbortSignal): Promise<readonly string[]> {
  const format = '$(REPO_URI) $(CODENAME) $(COMPONENT) $(ORIGIN)';
  const listed = await runCommand(['apt-get', 'indextargets', '--format', format, 'Created-By: Packages'], { signal });
  const lines = sourceLines(listed.output);
  if (listed.succeeded && lines.length > 0) return lines;
  throw new CloudError('this machine has no Debian package source to make base images from', {
    fix: 'run `apt-get update`, or run where the public base image can be pulled',
    details: listed.lines.slice(-3),
  });
}

/** Picks Debian's own main packages out of what apt knows, and asks for bookworm whatever release the machine has. */
export function sourceLines(targets: string): readonly string[] {
  const lines = targets.split('\n').flatMap((line) => {
    const [uri = '', codename = '', component = '', origin = ''] = line.split(' ');
    const pocket = /^[a-z]+((?:-security|-updates)?)$/.exec(codename)?.[1];
    if (origin !== 'Debian' || component !== 'main' || pocket === undefined) return [];
    return [`deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] ${uri} ${baseRecipe.suite}${pocket} main`];
  });
  return [...new Set(lines)];
}
