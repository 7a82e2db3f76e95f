import { randomInt } from 'node:crypto';
import { join } from 'node:path';
import { ECRClient, GetAuthorizationTokenCommand } from '@aws-sdk/client-ecr';
import { accountKey } from '../account-key.ts';
import { cloudStatus } from '../cloud-status.ts';
import { downCloud } from '../down-cloud.ts';
import { findWorkspace } from '../state/find-workspace.ts';
import { upCloud } from '../up/up-cloud.ts';
import type { UpOptions } from '../up/up-options.ts';
import { OciClient } from './oci-client.ts';

/** A local cloud for tests, apart from the developer's own. Its emulator stays installed from one run to the next. */
export class E2eCloud {
  readonly root: string;
  readonly endpoint: string;

  private constructor(root: string, endpoint: string) {
    this.root = root;
    this.endpoint = endpoint;
  }

  static rootOf(name: string): string {
    return join(findWorkspace(import.meta.dirname), '.slipway', 'e2e', name);
  }

  static async start(name: string, options: UpOptions = {}): Promise<E2eCloud> {
    const root = E2eCloud.rootOf(name);
    await upCloud({ root, ...options });
    return new E2eCloud(root, (await cloudStatus(root)).endpoint ?? '');
  }

  async close(): Promise<void> {
    await downCloud({ root: this.root });
  }

  /** An account that no other test uses. */
  freshAccount(): string {
    return String(randomInt(100_000_000_000, 1_000_000_000_000));
  }

  settings(accessKeyId: string, region = 'eu-west-1') {
    return { endpoint: this.endpoint, region, credentials: { accessKeyId, secretAccessKey: 'fake' }, maxAttempts: 1 };
  }

  ecr(account: string, region?: string): ECRClient {
    return new ECRClient(this.settings(accountKey(account), region));
  }

  /** A registry client that is logged in with a key. */
  async oci(accessKeyId: string, region?: string): Promise<OciClient> {
    const answer = await new ECRClient(this.settings(accessKeyId, region)).send(new GetAuthorizationTokenCommand());
    const [login] = answer.authorizationData ?? [];
    return new OciClient(login?.proxyEndpoint ?? '', `Basic ${login?.authorizationToken ?? ''}`);
  }
}
