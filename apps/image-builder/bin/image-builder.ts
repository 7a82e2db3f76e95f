#!/usr/bin/env node
import { runBundled } from '@slipway/bundle';

// dockerode reads definitions of BuildKit's messages beside its code; cpu-features is a native package that ssh2 may lack.
await runBundled({ entry: new URL('../src/main.ts', import.meta.url), external: ['dockerode', 'cpu-features'] });
