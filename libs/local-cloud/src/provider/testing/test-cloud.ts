import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ECRClient } from '@aws-sdk/client-ecr';
import { serveProvider, type ServedProvider } from '../serve.ts';
import { AwsClients } from '../session/aws-clients.ts';
import { localCredentials } from '../session/credentials.ts';
import { startAccountGateway, type AccountGateway } from './account-gateway.ts';
import { startMoto } from './moto-process.ts';
import { openWorkspace, type TerraformWorkspace } from './terraform-workspace.ts';

type StartGateway = (motoUrl: string) => Promise<AccountGateway>;

/** A moto, a gateway that tells accounts apart, and the provider in front of them: all of it for one test file. */
export class TestCloud {
  readonly folder = mkdtempSync(join(tmpdir(), 'slipway-provider-'));
  readonly #closing: (() => Promise<void> | void)[] = [
    () => {
      rmSync(this.folder, { recursive: true });
    },
  ];
  #endpoint = '';
  #provider: ServedProvider | undefined;
  #sockets = 0;
  #accounts = 0;

  /** @param startGateway what stands before moto. @default no more than what tells accounts apart */
  static async start(startGateway: StartGateway = startAccountGateway): Promise<TestCloud> {
    const cloud = new TestCloud();
    try {
      await cloud.#start(startGateway);
      return cloud;
    } catch (error) {
      await cloud.close();
      throw error;
    }
  }

  /** One more socket, bound to an access key or another endpoint. */
  async serve(options: { readonly accessKeyId?: string; readonly endpoint?: string } = {}): Promise<ServedProvider> {
    this.#sockets += 1;
    const socketPath = join(this.folder, `provider-${this.#sockets}.sock`);
    const cacheFolder = join(this.folder, 'cache');
    const provider = await serveProvider({ endpoint: this.#endpoint, socketPath, cacheFolder, ...options });
    this.#closing.push(() => provider.close());
    return provider;
  }

  /** An account that no other test of the file has touched. */
  freshAccount(): string {
    this.#accounts += 1;
    return String(100_000_000_000 + this.#accounts);
  }

  /** A fixture folder with Terraform in it, talking to the provider of this cloud. */
  workspace(fixture: string, provider = this.#provider): TerraformWorkspace {
    if (provider === undefined) throw new Error('the test cloud is not started');
    return openWorkspace({ fixture, reattach: provider.reattach, folder: this.folder });
  }

  clients(account: string): AwsClients {
    const clients = new AwsClients(this.#endpoint, localCredentials(`LOCAL${account}`));
    this.#closing.push(() => {
      clients.close();
    });
    return clients;
  }

  ecr(account: string, region = 'eu-west-1'): ECRClient {
    return this.clients(account).ecr(region);
  }

  async close(): Promise<void> {
    for (const close of this.#closing.toReversed()) await close();
  }

  async #start(startGateway: StartGateway): Promise<void> {
    const moto = await startMoto();
    this.#closing.push(() => moto.close());
    const gateway = await startGateway(moto.url);
    this.#closing.push(() => gateway.close());
    this.#endpoint = gateway.url;
    this.#provider = await this.serve();
  }
}
