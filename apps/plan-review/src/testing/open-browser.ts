import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { promisify } from 'node:util';
import { launch } from 'puppeteer-core';
import type { Browser } from 'puppeteer-core';

const CHROMIUM = '/usr/bin/chromium';
const ARGS = ['install', '--yes', '--no-install-recommends', '-o', 'DPkg::Lock::Timeout=120', 'chromium'];

/** Debian's Chromium without a window; it is installed first where root may do so. @throws Error with the command for others */
export async function openBrowser(): Promise<Browser> {
  const isRoot = process.getuid?.() === 0;
  if (!existsSync(CHROMIUM)) await installChromium(isRoot);
  // Containers have little of /dev/shm. The sandbox refuses root; as a user it stays on.
  const args = ['--disable-dev-shm-usage', ...(isRoot ? ['--no-sandbox'] : [])];
  return launch({ executablePath: CHROMIUM, args });
}

async function installChromium(isRoot: boolean): Promise<void> {
  if (!isRoot) throw new Error(`'${CHROMIUM}' is missing: run 'apt-get install --no-install-recommends chromium'`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (args: readonly string[]) => promisify(execFile)('apt-get', args, { env, maxBuffer: 2 ** 26 });
  await apt(['update']);
  await apt(ARGS);
}
