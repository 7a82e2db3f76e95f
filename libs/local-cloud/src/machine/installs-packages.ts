import { existsSync } from 'node:fs';
import { findExecutable } from './find-executable.ts';

/**
 * Whether we may install Debian packages that bring a service: as root, and only where no init system would start it.
 * A laptop's services are its owner's business; a container or a CI runner has none.
 */
export function installsPackages(): boolean {
  return process.getuid?.() === 0 && findExecutable('apt-get') !== undefined && !existsSync('/run/systemd/system');
}
