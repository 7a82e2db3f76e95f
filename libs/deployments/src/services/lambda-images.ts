import { GetFunctionCommand, LambdaClient, paginateListFunctions } from '@aws-sdk/client-lambda';
import type { LambdaClientConfig } from '@aws-sdk/client-lambda';
import { errorName } from '@slipway/cli';
import type { DeployedImage, DeployedImages } from '../deployed-images.ts';
import { askRegions } from './ask-regions.ts';

/** The images of AWS Lambda functions in some regions of the account, of every published version, by the digests they were resolved to. */
export class LambdaImages implements DeployedImages {
  readonly #regions: readonly string[];
  readonly #signal: AbortSignal;
  readonly #settings: LambdaClientConfig;

  /** @param settings more than the SDK takes from this process, such as a profile */
  constructor(regions: readonly string[], signal: AbortSignal, settings: LambdaClientConfig = {}) {
    this.#regions = regions;
    this.#signal = signal;
    this.#settings = settings;
  }

  list(): Promise<DeployedImage[]> {
    const asked = { service: 'AWS Lambda', regions: this.#regions, signal: this.#signal };
    return askRegions(
      asked,
      (region) => new LambdaClient({ region, retryMode: 'adaptive', ...this.#settings }),
      async (client) => {
        const found: DeployedImage[] = [];
        for (const arn of await this.#functions(client)) found.push(...(await this.#imagesOf(client, arn)));
        return found;
      },
    );
  }

  /** ARNs of the versions of functions that are images. */
  async #functions(client: LambdaClient): Promise<string[]> {
    const arns: (string | undefined)[] = [];
    const pages = paginateListFunctions({ client }, { FunctionVersion: 'ALL' }, { abortSignal: this.#signal });
    for await (const { Functions: functions = [] } of pages)
      arns.push(...functions.filter(({ PackageType: type }) => type === 'Image').map(({ FunctionArn: arn }) => arn));
    return arns.filter((arn) => arn !== undefined);
  }

  /** The list does not name images. What the digest was when the function was updated is what runs, whatever the tag names now. */
  async #imagesOf(client: LambdaClient, arn: string): Promise<DeployedImage[]> {
    try {
      const { Code: code } = await client.send(new GetFunctionCommand({ FunctionName: arn }), {
        abortSignal: this.#signal,
      });
      const references = [code?.ImageUri, code?.ResolvedImageUri].filter((reference) => reference !== undefined);
      return references.map((reference) => ({ source: 'lambda', reference }));
    } catch (error) {
      // It was deleted since it was listed.
      if (errorName(error) === 'ResourceNotFoundException') return [];
      throw error;
    }
  }
}
