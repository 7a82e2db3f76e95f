/** The processes of a local cloud, in the order in which they start. */
export const componentNames = ['moto', 'registry', 'gateway', 'engine'] as const;

export type ComponentName = (typeof componentNames)[number];

/** Who answers Terraform: our stand-in, or the real AWS provider from a Terraform registry. */
export type ProviderMode = 'stand-in' | 'registry';

/** A process that `up` started. The start time tells it from a later process with the same id. */
export interface ProcessRecord {
  readonly pid: number;
  /** Clock ticks from boot to its start, from /proc/<pid>/stat. */
  readonly startTicks: string;
  /** Hash of the command and its settings: another one means that it must be restarted. */
  readonly fingerprint: string;
}

/** The Docker engine in use. */
export interface EngineRecord {
  /** Value for DOCKER_HOST when the engine is ours; without it the machine's own engine is used. */
  readonly host?: string;
}

/** What `state.json` holds. */
export interface CloudState {
  readonly version: 1;
  readonly provider: ProviderMode;
  /** Loopback ports, kept so that a restart finds them again. */
  readonly ports: Readonly<Partial<Record<'moto' | 'gateway', number>>>;
  readonly processes: Readonly<Partial<Record<ComponentName, ProcessRecord>>>;
  /** Key that signs registry passwords, so that they survive a restart of the gateway. */
  readonly tokenSecret: string;
  /** Present while the cloud is up with an engine. */
  readonly engine?: EngineRecord | undefined;
  /** Where base images come from: the public registry, or made here because that one was out of reach. */
  readonly bases?: 'public' | 'local';
}
