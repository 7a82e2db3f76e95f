#!/usr/bin/env node
import { runBundled } from '@slipway/bundle';

await runBundled({ entry: new URL('../src/main.ts', import.meta.url) });
