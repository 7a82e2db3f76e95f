import type { ComponentName } from '../state/cloud-state.ts';

/** Seconds between asking a component to end and forcing it. The engine stops its containers first. */
export const patience: Readonly<Record<ComponentName, number>> = { moto: 5, registry: 5, gateway: 5, engine: 30 };
