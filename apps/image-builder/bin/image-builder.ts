#!/usr/bin/env node
// Here, too: packages outside of the bundle are loaded before any code in it.
import '../src/secrets/hide-from-debug.ts';
import { runBundled } from '@slipway/bundle';

// dockerode reads definitions of BuildKit's messages beside its code; cpu-features is a native package that ssh2 may lack.
await runBundled({ entry: new URL('../src/main.ts', import.meta.url), external: ['dockerode', 'cpu-features'] });
