#!/usr/bin/env node
import { runBundled } from '@slipway/bundle';

await runBundled({ entry: new URL('../src/stack/main.ts', import.meta.url) });
