import type { StateMark } from '../terraform/terraform.ts';

/** What a saved plan was made of. A deployment compares all of it. */
export interface PlanRecord {
  readonly schemaVersion: 1;
  readonly environment: string;
  /** 40 hex digits. */
  readonly commit: string;
  /** Whether files differed from the commit. */
  readonly dirty: boolean;
  /** SHA-256 of the plan file, in hex. */
  readonly planSha256: string;
  /** SHA-256 of the synthesized `cdk.tf.json`, in hex. */
  readonly configurationSha256: string;
  /** The state before the plan. */
  readonly state: StateMark;
  readonly terraformVersion: string;
  /** ISO 8601, UTC. */
  readonly madeAt: string;
}

/** @returns the record, or undefined where the text is none of this version */
export function parsePlanRecord(text: string): PlanRecord | undefined {
  const value = parsedJson(text);
  return isRecord(value) ? value : undefined;
}

const TEXTS = ['environment', 'commit', 'planSha256', 'configurationSha256', 'terraformVersion', 'madeAt'] as const;

function isRecord(value: unknown): value is PlanRecord {
  if (!isObject(value) || value['schemaVersion'] !== 1 || typeof value['dirty'] !== 'boolean') return false;
  return TEXTS.every((name) => typeof value[name] === 'string') && isStateMark(value['state']);
}

function isStateMark(value: unknown): value is StateMark {
  return isObject(value) && typeof value['lineage'] === 'string' && typeof value['serial'] === 'number';
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
