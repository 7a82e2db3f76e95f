import { childOf } from '../change/read-value.ts';

/** What the configuration says of a resource, by its address; undefined where it is not known. */
export type Configured = (address: string) => ConfiguredResource | undefined;

export interface ConfiguredResource {
  /** Names of the attributes that it sets. */
  readonly attributes: readonly string[];
  /** What each attribute refers to, such as `aws_sns_topic.alerts.arn` and, after it, `aws_sns_topic.alerts`. */
  readonly references: (attribute: string) => readonly string[];
  /** What an attribute is set to without any reference; undefined where there is one. */
  readonly constant: (attribute: string) => unknown;
}

/** @param configuration the part `configuration` of a plan (Terraform, "JSON output format", configuration representation) */
export function configuredAttributes(configuration: unknown): Configured {
  const known = new Map<string, ConfiguredResource>();
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

function addModule(module: unknown, { prefix, depth }: ModulePlace, known: Map<string, ConfiguredResource>): void {
  if (depth > DEEPEST) return;
  for (const resource of listAt(module, 'resources')) {
    const [address, expressions] = [childOf(resource, 'address'), childOf(resource, 'expressions')];
    if (typeof address === 'string') known.set(`${prefix}${address}`, resourceOf(expressions));
  }
  const calls = childOf(module, 'module_calls');
  for (const name of namesIn(calls)) {
    const inner = childOf(childOf(calls, name), 'module');
    addModule(inner, { prefix: `${prefix}module.${name}.`, depth: depth + 1 }, known);
  }
}

function resourceOf(expressions: unknown): ConfiguredResource {
  return {
    attributes: namesIn(expressions),
    references: (attribute) =>
      listAt(childOf(expressions, attribute), 'references').filter((one) => typeof one === 'string'),
    constant: (attribute) => childOf(childOf(expressions, attribute), 'constant_value'),
  };
}

function listAt(value: unknown, name: string): readonly unknown[] {
  const list = childOf(value, name);
  return Array.isArray(list) ? list : [];
}

function namesIn(value: unknown): string[] {
  return typeof value === 'object' && value !== null ? Object.keys(value) : [];
}
