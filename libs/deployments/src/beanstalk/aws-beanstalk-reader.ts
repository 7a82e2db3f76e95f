import {
  DescribeApplicationVersionsCommand,
  DescribeEnvironmentsCommand,
  ElasticBeanstalkClient,
} from '@aws-sdk/client-elastic-beanstalk';
import { interrupted } from '@slipway/cli';
import { deploymentsFailure } from '../deployments-failure.ts';
import { beanstalkFailure } from './beanstalk-failure.ts';
import type { BeanstalkReader, BeanstalkState, BeanstalkVersion } from './beanstalk-reader.ts';

export interface AwsSettings {
  readonly region: string;
  /** Profile of AWS's configuration files. @default the credentials of this process */
  readonly profile?: string;
  /** @default the SDK's own, by the environment of this process */
  readonly endpoint?: string;
  readonly credentials?: { readonly accessKeyId: string; readonly secretAccessKey: string };
}

/** Elastic Beanstalk by the SDK. */
export class AwsBeanstalkReader implements BeanstalkReader {
  readonly #client: ElasticBeanstalkClient;
  readonly #region: string;
  readonly #signal: AbortSignal;

  constructor(settings: AwsSettings, { signal }: { readonly signal: AbortSignal }) {
    this.#client = new ElasticBeanstalkClient(settings);
    this.#region = settings.region;
    this.#signal = signal;
  }

  async state(application: string, environment: string): Promise<BeanstalkState> {
    const input = { ApplicationName: application, EnvironmentNames: [environment], IncludeDeleted: false };
    const { Environments = [] } = await this.#ask(() =>
      this.#client.send(new DescribeEnvironmentsCommand(input), { abortSignal: this.#signal }),
    );
    const [found] = Environments;
    if (found === undefined) throw noEnvironment(application, environment, this.#region);
    return { status: found.Status ?? '', health: found.Health ?? 'Grey', versionLabel: found.VersionLabel };
  }

  async version(application: string, label: string): Promise<BeanstalkVersion | undefined> {
    const input = { ApplicationName: application, VersionLabels: [label] };
    const { ApplicationVersions = [] } = await this.#ask(() =>
      this.#client.send(new DescribeApplicationVersionsCommand(input), { abortSignal: this.#signal }),
    );
    const [found] = ApplicationVersions;
    return found === undefined ? undefined : { label, description: found.Description ?? '' };
  }

  async #ask<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      throw this.#signal.aborted ? interrupted(error) : beanstalkFailure(error, this.#region);
    }
  }
}

function noEnvironment(application: string, environment: string, region: string) {
  return deploymentsFailure({
    code: 'deploy-failed',
    message: `there is no environment '${environment}' of the application '${application}' in ${region}`,
    fix: "make it once by 'eb create' or Terraform, or mend 'deploy' in the container's image.json",
  });
}
