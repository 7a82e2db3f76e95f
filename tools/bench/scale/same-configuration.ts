import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

interface Configuration {
  readonly data: {
    readonly aws_ecr_repositories: Readonly<
      Record<string, { readonly lifecycle: { readonly postcondition: readonly { readonly error_message: string }[] } }>
    >;
  };
  readonly resource: {
    readonly aws_ecr_registry_scanning_configuration: Readonly<Record<string, { readonly rule: readonly object[] }>>;
  };
}

/** What the registry has once, in the words of slipway: the bare app need not work it out. */
export async function registryTexts(outdir: string): Promise<string> {
  const { data, resource } = JSON.parse(await configurationText(outdir)) as Configuration;
  const [guard] = Object.values(data.aws_ecr_repositories);
  const [scanning] = Object.values(resource.aws_ecr_registry_scanning_configuration);
  const message = guard?.lifecycle.postcondition[0]?.error_message ?? '';
  return JSON.stringify({
    SCANNING: scanning?.rule.map(camelCased),
    MESSAGE: message.replace(/\[for name in .*\)\]/, 'LIST'),
  });
}

/** Both apps must have written the same file, or their times can't be compared. */
export async function requireSame(one: string, other: string): Promise<void> {
  if ((await configurationText(one)) === (await configurationText(other))) return;
  throw new Error(`the configurations of "${one}" and "${other}" differ: bring peers/bare.ts up to date`);
}

async function configurationText(outdir: string): Promise<string> {
  return await readFile(join(outdir, 'stacks', 'bench', 'cdk.tf.json'), 'utf8');
}

function camelCased(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(camelCased);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key.replaceAll(/_(.)/g, (_, letter: string) => letter.toUpperCase()),
      camelCased(inner),
    ]),
  );
}
