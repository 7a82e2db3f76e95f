import {
  ECRClient,
  GetRegistryScanningConfigurationCommand,
  StartImageScanCommand,
  paginateDescribeImageScanFindings,
} from '@aws-sdk/client-ecr';
import type { DescribeImageScanFindingsResponse, ECRClientConfig } from '@aws-sdk/client-ecr';
import { errorMessage, errorName, interrupted } from '@slipway/cli';
import { awsFailure } from '../../ecr/aws-failure.ts';
import { Failure } from '../../failure.ts';
import type { ImageScans, ScanKind, ScanStart, ScanState, ScannedImage } from '../image-scans.ts';
import { toScanState } from './to-scan-state.ts';

/** ECR's limit for one page (API reference, DescribeImageScanFindings). */
const FINDINGS_PER_PAGE = 1000;

/** Exceptions of StartImageScan that are answers (API reference, StartImageScan). */
const REFUSALS: ReadonlyMap<string, ScanStart> = new Map([
  ['LimitExceededException', 'too-soon'],
  ['UnsupportedImageTypeException', 'unsupported'],
  ['ImageArchivedException', 'archived'],
]);

/** Amazon ECR, by the SDK's own settings (credentials, endpoints) of this process. */
export class EcrImageScans implements ImageScans {
  readonly #signal: AbortSignal;
  readonly #settings: ECRClientConfig;
  readonly #clients = new Map<string, ECRClient>();

  /** @param settings more than the SDK takes from this process, such as a profile */
  constructor(signal: AbortSignal, settings: ECRClientConfig = {}) {
    this.#signal = signal;
    this.#settings = settings;
  }

  kind(region: string): Promise<ScanKind> {
    return this.#during({ region, repository: 'the scanning configuration' }, async () => {
      const answer = await this.#in(region).send(new GetRegistryScanningConfigurationCommand({}), this.#options);
      return answer.scanningConfiguration?.scanType === 'ENHANCED' ? 'enhanced' : 'basic';
    });
  }

  start(image: ScannedImage): Promise<ScanStart> {
    return this.#during(image, async () => {
      try {
        await this.#in(image.region).send(new StartImageScanCommand(input(image)), this.#options);
        return 'started';
      } catch (error) {
        const refusal = REFUSALS.get(errorName(error));
        if (refusal !== undefined) return refusal;
        throw error;
      }
    });
  }

  read(image: ScannedImage): Promise<ScanState | undefined> {
    return this.#during(image, async () => {
      try {
        return toScanState(await this.#pages(image));
      } catch (error) {
        if (errorName(error) === 'ScanNotFoundException') return undefined;
        throw error;
      }
    });
  }

  async #pages(image: ScannedImage): Promise<DescribeImageScanFindingsResponse[]> {
    const pages: DescribeImageScanFindingsResponse[] = [];
    const question = { ...input(image), maxResults: FINDINGS_PER_PAGE };
    const client = this.#in(image.region);
    for await (const page of paginateDescribeImageScanFindings({ client }, question, this.#options)) pages.push(page);
    return pages;
  }

  #in(region: string): ECRClient {
    const client = this.#clients.get(region) ?? new ECRClient({ region, ...this.#settings });
    this.#clients.set(region, client);
    return client;
  }

  get #options(): { readonly abortSignal: AbortSignal } {
    return { abortSignal: this.#signal };
  }

  async #during<T>(asked: { region: string; repository: string; digest?: string }, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (this.#signal.aborted) throw interrupted(error);
      if (errorName(error) === 'ImageNotFoundException') throw imageMissing(asked, error);
      throw awsFailure(error, asked);
    }
  }
}

function input({ account, repository, digest }: ScannedImage) {
  return { registryId: account, repositoryName: repository, imageId: { imageDigest: digest } };
}

function imageMissing({ repository, digest = '' }: { repository: string; digest?: string }, cause: unknown): Failure {
  return new Failure({
    code: 'image-missing',
    message: `'${repository}' holds no image '${digest}': ${errorMessage(cause)}`,
    fix: "push it first, or name a tag or digest that is there: 'registry-report images' lists them",
    cause,
  });
}
