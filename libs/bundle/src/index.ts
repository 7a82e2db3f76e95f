export { bundle } from './bundle.ts';
export type { BundleRequest } from './bundle.ts';
export { runBundled } from './run-bundled.ts';
