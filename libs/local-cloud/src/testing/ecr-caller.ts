import { ApiInput } from '../gateway/ecr/api-input.ts';
import type { EcrHandler } from '../gateway/ecr/ecr-call.ts';
import { gatewayContextOf } from '../gateway/gateway-context-of.ts';
import type { GatewayContext } from '../gateway/gateway-context.ts';
import { registryRecordsIn } from '../gateway/registry-records.ts';
import { MemoryDocuments } from './memory-documents.ts';

/** Calls actions of the gateway's ECR that need no emulator. */
export class EcrCaller {
  readonly #context: GatewayContext = {
    ...gatewayContextOf({ port: 0, motoPort: 0, registrySocket: '', tokenSecret: '', defaultAccount: '' }),
    records: registryRecordsIn(new MemoryDocuments()),
  };
  readonly account: string;
  readonly region: string;

  constructor(account = '111122223333', region = 'eu-west-1') {
    this.account = account;
    this.region = region;
  }

  /** The answer as it would travel, without what is undefined. */
  async call(handler: EcrHandler, input: object = {}, registry: Partial<Registry> = {}): Promise<unknown> {
    const { account = this.account, region = this.region } = registry;
    const call = { context: this.#context, input: new ApiInput(input), account, region, anyAccount: false };
    return JSON.parse(JSON.stringify(await handler(call))) as unknown;
  }
}

interface Registry {
  readonly account: string;
  readonly region: string;
}
