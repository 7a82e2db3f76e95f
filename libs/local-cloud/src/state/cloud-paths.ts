import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where a local cloud keeps what it needs. Everything but `run` is below `root`. */
export interface CloudPaths {
  readonly root: string;
  readonly stateFile: string;
  readonly logs: string;
  /** Sockets: in the folder for temporary files when `root` is too long for a socket's address. */
  readonly run: string;
  readonly moto: string;
  readonly registry: string;
  readonly engine: string;
  readonly providerCache: string;
  readonly gatewayConfig: string;
  /** An empty file for TF_CLI_CONFIG_FILE. */
  readonly terraformConfig: string;
}

// Linux holds 107 bytes of a socket's path; the longest one of ours adds "/exec/containerd/containerd-debug.sock".
const longestRunFolder = 107 - '/exec/containerd/containerd-debug.sock'.length;

export function cloudPaths(root: string): CloudPaths {
  return {
    root,
    stateFile: join(root, 'state.json'),
    logs: join(root, 'logs'),
    run: runFolder(root),
    moto: join(root, 'moto'),
    registry: join(root, 'registry'),
    engine: join(root, 'engine'),
    providerCache: join(root, 'provider'),
    gatewayConfig: join(root, 'gateway.json'),
    terraformConfig: join(root, 'terraform.rc'),
  };
}

function runFolder(root: string): string {
  const beside = join(root, 'run');
  if (Buffer.byteLength(beside) <= longestRunFolder) return beside;
  return join(tmpdir(), `slipway-${createHash('sha256').update(root).digest('hex').slice(0, 12)}`);
}
