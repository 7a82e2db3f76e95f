import { setTimeout as sleep } from 'node:timers/promises';
import {
  CreateApplicationVersionCommand,
  DescribeApplicationVersionsCommand,
  DescribeEnvironmentsCommand,
  DescribeEventsCommand,
  ElasticBeanstalkClient,
  UpdateEnvironmentCommand,
} from '@aws-sdk/client-elastic-beanstalk';
import type { EventSeverity } from '@aws-sdk/client-elastic-beanstalk';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { interrupted } from '@slipway/cli';
import { Failure } from '../../failure.ts';
import { awsFailed, isTaken } from './beanstalk-failure.ts';
import type { Beanstalk, BeanstalkState, BeanstalkVersion, NewVersion } from './beanstalk.ts';

export interface AwsSettings {
  readonly region: string;
  /** Profile of AWS's configuration files. @default the credentials of this process */
  readonly profile?: string;
  /** @default the SDK's own, by the environment of this process */
  readonly endpoint?: string;
  readonly credentials?: { readonly accessKeyId: string; readonly secretAccessKey: string };
}

export interface AwsBeanstalkOptions {
  readonly signal: AbortSignal;
  /** @default 10: an update takes minutes, and the API allows few calls */
  readonly pauseSeconds?: number;
}

const MOST_PROBLEMS = 12;

/** Elastic Beanstalk and S3 by the SDK. */
export class AwsBeanstalk implements Beanstalk {
  readonly #client: ElasticBeanstalkClient;
  readonly #s3: S3Client;
  readonly #region: string;
  readonly #options: AwsBeanstalkOptions;

  constructor(settings: AwsSettings, options: AwsBeanstalkOptions) {
    this.#client = new ElasticBeanstalkClient(settings);
    this.#s3 = new S3Client(settings);
    this.#region = settings.region;
    this.#options = options;
  }

  async state(application: string, environment: string): Promise<BeanstalkState> {
    const input = { ApplicationName: application, EnvironmentNames: [environment], IncludeDeleted: false };
    const { Environments = [] } = await this.#ask(() =>
      this.#client.send(new DescribeEnvironmentsCommand(input), this.#ending),
    );
    const [found] = Environments;
    if (found === undefined) throw noEnvironment(application, environment, this.#region);
    return { status: found.Status ?? '', health: found.Health ?? 'Grey', versionLabel: found.VersionLabel };
  }

  async version(application: string, label: string): Promise<BeanstalkVersion | undefined> {
    const input = { ApplicationName: application, VersionLabels: [label] };
    const { ApplicationVersions = [] } = await this.#ask(() =>
      this.#client.send(new DescribeApplicationVersionsCommand(input), this.#ending),
    );
    const [found] = ApplicationVersions;
    return found === undefined ? undefined : { label, description: found.Description ?? '' };
  }

  async createVersion(application: string, { label, description, bucket, key, bundle }: NewVersion): Promise<void> {
    const object = { Bucket: bucket, Key: key, Body: bundle, ContentType: 'application/zip' };
    await this.#ask(() => this.#s3.send(new PutObjectCommand(object), this.#ending));
    const SourceBundle = { S3Bucket: bucket, S3Key: key };
    const version = { ApplicationName: application, VersionLabel: label, Description: description, SourceBundle };
    await this.#ask(async () => {
      try {
        await this.#client.send(new CreateApplicationVersionCommand(version), this.#ending);
      } catch (error) {
        if (!isTaken(error)) throw error;
      }
    });
  }

  async update(application: string, environment: string, label: string): Promise<void> {
    const input = { ApplicationName: application, EnvironmentName: environment, VersionLabel: label };
    await this.#ask(() => this.#client.send(new UpdateEnvironmentCommand(input), this.#ending));
  }

  async problems(environment: string, since: Date): Promise<readonly string[]> {
    const Severity: EventSeverity = 'WARN';
    const input = { EnvironmentName: environment, StartTime: since, Severity, MaxRecords: MOST_PROBLEMS };
    const { Events = [] } = await this.#ask(() => this.#client.send(new DescribeEventsCommand(input), this.#ending));
    return Events.map(({ Severity: severity = '', Message = '' }) => `${severity}: ${Message}`);
  }

  async pause(): Promise<void> {
    const { pauseSeconds = 10, signal } = this.#options;
    await this.#ask(() => sleep(pauseSeconds * 1000, undefined, { signal }));
  }

  get #ending(): { abortSignal: AbortSignal } {
    return { abortSignal: this.#options.signal };
  }

  async #ask<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      throw this.#options.signal.aborted ? interrupted(error) : awsFailed(error, this.#region);
    }
  }
}

function noEnvironment(application: string, environment: string, region: string): Failure {
  return new Failure({
    code: 'deploy-failed',
    message: `there is no environment '${environment}' of the application '${application}' in ${region}`,
    fix: "make it once by 'eb create' or Terraform, or mend 'deploy' in the container's image.json",
  });
}
