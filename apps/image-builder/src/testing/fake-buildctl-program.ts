import { appendFileSync, existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { pack } from 'tar-fs';
import { sha256 } from '../sha256.ts';
import { collect } from './collect.ts';

/**
 * What stands behind `fakeBuildctl`: it knows the arguments that the adapter uses, `FROM scratch`, `COPY <file> <file>`, and `RUN sleep`.
 * It writes an OCI layout and metadata as BuildKit's documentation describes them.
 */
const OCI = 'application/vnd.oci.image';
const TIMES = { started: '2026-11-26T00:00:21.5Z', completed: '2026-11-26T00:00:23Z' } as const;
const [calls = '', ...args] = process.argv.slice(2);
const dockerfile = readFileSync('dockerfile/Dockerfile', 'utf8');
const copied = [...dockerfile.matchAll(/^COPY (?!--)(\S+)/gm)].map(([, file = '']) => file);
appendFileSync(calls, `${JSON.stringify(call())}\n`);
for (const file of copied) if (!existsSync(join('context', file))) fail(file);
report({ name: '[1/1] COPY', started: TIMES.started });
if (dockerfile.includes('RUN sleep')) await setTimeout(600_000);
report({ name: '[1/1] COPY', ...TIMES });
await build();

function call(): object {
  return {
    args,
    folder: process.cwd(),
    config: JSON.parse(readFileSync(join(process.env['DOCKER_CONFIG'] ?? '', 'config.json'), 'utf8')) as unknown,
    files: readdirSync('context', { recursive: true, encoding: 'utf8' }).sort(),
    secrets: values('secret').map((secret) => readFileSync(/src=(.*)$/.exec(secret)?.[1] ?? '', 'utf8')),
  };
}

async function build(): Promise<void> {
  const output = /dest=(.*)$/.exec(values('output')[0] ?? '')?.[1] ?? '';
  mkdirSync(join(output, 'blobs', 'sha256'), { recursive: true });
  const put = (bytes: Uint8Array | string) => {
    const digest = sha256(bytes);
    writeFileSync(join(output, 'blobs', 'sha256', digest.slice('sha256:'.length)), bytes);
    return { digest, size: Buffer.byteLength(bytes) };
  };
  const tar = Buffer.concat((await collect(pack('context', { entries: copied }))) as Uint8Array[]);
  const rootfs = { type: 'layers', diff_ids: [sha256(tar)] };
  const config = put(JSON.stringify({ architecture: 'amd64', os: 'linux', config: { Labels: labels() }, rootfs }));
  const layer = put(gzipSync(tar));
  const text = JSON.stringify({
    schemaVersion: 2,
    mediaType: `${OCI}.manifest.v1+json`,
    config: { ...config, mediaType: `${OCI}.config.v1+json` },
    layers: [{ ...layer, mediaType: `${OCI}.layer.v1.tar+gzip` }],
  });
  const manifest = { ...put(text), mediaType: `${OCI}.manifest.v1+json` };
  writeFileSync(values('metadata-file')[0] ?? '', JSON.stringify({ 'containerimage.descriptor': manifest }));
}

function labels(): Record<string, string> {
  const texts = values('opt').flatMap((text) => /^label:(.*)$/.exec(text)?.[1] ?? []);
  return Object.fromEntries(texts.map((text) => text.split('=') as [string, string]));
}

function values(flag: string): string[] {
  return args.flatMap((text) => (text.startsWith(`--${flag}=`) ? [text.slice(flag.length + 3)] : []));
}

function fail(file: string): never {
  const reason = `failed to calculate checksum of ref fake: "/${file}": not found`;
  report({ name: `[1/1] COPY ${file} /${file}`, ...TIMES, error: reason });
  process.stderr.write(`Dockerfile:2\n--------------------\nerror: failed to solve: ${reason}\n`);
  process.exit(1);
}

function report(vertex: object): void {
  const status = { vertexes: [{ digest: sha256('COPY'), ...vertex }] };
  process.stderr.write(`${JSON.stringify(status, null, 2)}\n`);
}
