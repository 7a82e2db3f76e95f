import type { GatewayContext } from '../gateway-context.ts';
import type { ApiInput } from './api-input.ts';

/** One call of the ECR API. */
export interface EcrCall {
  readonly context: GatewayContext;
  readonly input: ApiInput;
  /** The caller's account. */
  readonly account: string;
  readonly region: string;
  /** Whether the caller may enter every account. */
  readonly anyAccount: boolean;
}

/** Answers a call with what goes into the response's body. */
export type EcrHandler = (call: EcrCall) => Promise<object>;
