import type { ResourceBehaviour } from '../resources/resource-behaviour.ts';
import { Refusal } from '../session/refusal.ts';
import type { ResourceType } from './provider-context.ts';

/** The behaviour of a type. @throws {Refusal} for a type that validates and that the stand-in cannot create. */
export function behaviourOf({ type, behaviour }: ResourceType): ResourceBehaviour {
  if (behaviour) return behaviour;
  const fix = 'leave it out for the local cloud, or use the real provider (local-cloud up --provider registry)';
  throw new Refusal(`the stand-in provider knows the schema of "${type}" but cannot create it: ${fix}`);
}
