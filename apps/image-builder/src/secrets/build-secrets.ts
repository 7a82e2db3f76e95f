import { readFile } from 'node:fs/promises';
import { Failure } from '../failure.ts';
import { readOptional } from '../read-optional.ts';
import { pipFiles } from './pip-files.ts';
import type { PipFilesRequest } from './pip-files.ts';
import { indexConfig, parsePipConfig, pipEnvironment } from './pip-settings.ts';
import type { PipSettings } from './pip-settings.ts';

/** Gives what a build needs of this machine and must not leave in an image, by secret id. */
export type SecretSource = () => Promise<ReadonlyMap<string, Uint8Array>>;

/**
 * `ca`: the machine's bundle of certificate authorities. `pipconf`: how to reach its package index.
 * Each is there only when the machine sets it.
 * @throws Failure `settings-unreadable` when a setting names a file that can't be read
 */
export function hostSecrets(host: PipFilesRequest): SecretSource {
  return async () => {
    const settings = await pipSettings(host);
    const bundle = CA_VARIABLES.find((name) => isSet(host.env[name]));
    const ca = bundle === undefined ? settings['cert'] : host.env[bundle];
    const pipconf = indexConfig(settings);
    return new Map([
      ...(ca === undefined ? [] : [['ca', await readSetting(ca, bundle ?? 'cert in pip.conf')] as const]),
      ...(pipconf === undefined ? [] : [['pipconf', new TextEncoder().encode(pipconf)] as const]),
    ]);
  };
}

const CA_VARIABLES = ['SSL_CERT_FILE', 'PIP_CERT', 'REQUESTS_CA_BUNDLE', 'NODE_EXTRA_CA_CERTS'] as const;

function isSet(value: string | undefined): boolean {
  return value !== undefined && value !== '';
}

async function pipSettings(host: PipFilesRequest): Promise<PipSettings> {
  let settings: PipSettings = {};
  for (const file of pipFiles(host)) settings = { ...settings, ...parsePipConfig((await readOptional(file)) ?? '') };
  return { ...settings, ...pipEnvironment(host.env) };
}

async function readSetting(file: string, setting: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (cause) {
    throw new Failure({
      code: 'settings-unreadable',
      message: `${setting} names '${file}', which can't be read`,
      fix: 'name a readable file, or unset it',
      cause,
    });
  }
}
