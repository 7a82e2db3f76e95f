import { once } from 'node:events';
import { pipeline } from 'node:stream/promises';
import { contextWarning } from '../context/context-size.ts';
import { packContext } from '../context/pack-context.ts';
import { readContext } from '../context/read-context.ts';

/** A program of its own, so that its memory can be measured: a folder's context as a tar to standard output, and what it took to standard error. */
const context = await readContext(process.argv[2] ?? '');
await pipeline(packContext(context), process.stdout);
const facts = {
  warning: contextWarning(context.entries),
  // In bytes; the system counts in KiB (Node documentation, `process.resourceUsage`).
  peakMemory: process.resourceUsage().maxRSS * 1024,
};
if (!process.stderr.write(JSON.stringify(facts))) await once(process.stderr, 'drain');
