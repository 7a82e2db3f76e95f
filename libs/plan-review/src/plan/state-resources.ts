import { childOf } from '../change/read-value.ts';

/** A resource as the state has it. */
export interface StateResource {
  readonly type: string;
  readonly values: object;
}

/** Nobody nests modules deeper; what is deeper is left out. */
const DEEPEST = 50;

/** The managed resources of a plan's `prior_state` (Terraform, "JSON output format", values representation). What has another form is left out. */
export function stateResources(state: unknown): StateResource[] {
  return resourcesOf(childOf(childOf(state, 'values'), 'root_module'), 0);
}

function resourcesOf(module: unknown, depth: number): StateResource[] {
  if (depth > DEEPEST) return [];
  return [
    ...listAt(module, 'resources').flatMap(resourceOf),
    ...listAt(module, 'child_modules').flatMap((inner) => resourcesOf(inner, depth + 1)),
  ];
}

function resourceOf(json: unknown): StateResource[] {
  const [type, mode, values] = ['type', 'mode', 'values'].map((name) => childOf(json, name));
  return typeof type === 'string' && mode !== 'data' && typeof values === 'object' && values !== null
    ? [{ type, values }]
    : [];
}

function listAt(value: unknown, name: string): readonly unknown[] {
  const list = childOf(value, name);
  return Array.isArray(list) ? list : [];
}
