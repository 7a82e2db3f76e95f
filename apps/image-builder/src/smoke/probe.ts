/** An HTTP request to a container of this machine. */
export interface ProbeRequest {
  readonly port: number;
  readonly method: 'GET' | 'POST';
  readonly path: string;
  /** JSON. @default no body */
  readonly body?: string;
  readonly signal: AbortSignal;
}

export interface ProbeAnswer {
  readonly status: number;
  readonly text: string;
}

/** Asks once; undefined when nothing answers. */
export type Probe = (request: ProbeRequest) => Promise<ProbeAnswer | undefined>;
