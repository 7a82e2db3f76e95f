import { dev } from './dev.ts';
import { prod } from './prod.ts';
import type { EnvironmentSpec } from './spec/environment-spec.ts';

/** Every environment by its name. A new one is made by `npx nx g @slipway/tools:environment`. */
export const environments = { dev, prod } as const satisfies Readonly<Record<string, EnvironmentSpec>>;

export type EnvironmentName = keyof typeof environments;
