import { childOf } from '../change/read-value.ts';

/** Names of the attributes that the configuration sets, by the address of the resource; undefined where it is not known. */
export type ConfiguredAttributes = (address: string) => readonly string[] | undefined;

/** @param configuration the part `configuration` of a plan (Terraform, "JSON output format", configuration representation) */
export function configuredAttributes(configuration: unknown): ConfiguredAttributes {
  const known = new Map<string, readonly string[]>();
  addModule(childOf(configuration, 'root_module'), { prefix: '', depth: 0 }, known);
  return (address) => known.get(address.replaceAll(/\[("(\\.|[^"\\])*"|\d+)\]/g, ''));
}

/** Nobody nests modules deeper; what is deeper is not known. */
const DEEPEST = 50;

interface ModulePlace {
  /** Such as `module.keys.`, before the addresses of its resources. */
  readonly prefix: string;
  readonly depth: number;
}

function addModule(module: unknown, { prefix, depth }: ModulePlace, known: Map<string, readonly string[]>): void {
  if (depth > DEEPEST) return;
  for (const resource of listAt(module, 'resources')) {
    const [address, expressions] = [childOf(resource, 'address'), childOf(resource, 'expressions')];
    if (typeof address === 'string') known.set(`${prefix}${address}`, namesIn(expressions));
  }
  const calls = childOf(module, 'module_calls');
  for (const name of namesIn(calls)) {
    const inner = childOf(childOf(calls, name), 'module');
    addModule(inner, { prefix: `${prefix}module.${name}.`, depth: depth + 1 }, known);
  }
}

function listAt(value: unknown, name: string): readonly unknown[] {
  const list = childOf(value, name);
  return Array.isArray(list) ? list : [];
}

function namesIn(value: unknown): string[] {
  return typeof value === 'object' && value !== null ? Object.keys(value) : [];
}
