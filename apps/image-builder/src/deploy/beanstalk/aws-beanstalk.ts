import { setTimeout as sleep } from 'node:timers/promises';
import {
  CreateApplicationVersionCommand,
  DescribeEventsCommand,
  ElasticBeanstalkClient,
  UpdateEnvironmentCommand,
} from '@aws-sdk/client-elastic-beanstalk';
import type { EventSeverity } from '@aws-sdk/client-elastic-beanstalk';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { errorMessage, errorName, interrupted } from '@slipway/cli';
import { AwsBeanstalkReader, beanstalkFailure } from '@slipway/deployments';
import type { AwsSettings, BeanstalkState, BeanstalkVersion } from '@slipway/deployments';
import type { Beanstalk, NewVersion } from './beanstalk.ts';

export interface AwsBeanstalkOptions {
  readonly signal: AbortSignal;
  /** @default 10: an update takes minutes, and the API allows few calls */
  readonly pauseSeconds?: number;
}

const MOST_PROBLEMS = 12;

/** Elastic Beanstalk and S3 by the SDK. */
export class AwsBeanstalk implements Beanstalk {
  readonly #reader: AwsBeanstalkReader;
  readonly #client: ElasticBeanstalkClient;
  readonly #s3: S3Client;
  readonly #region: string;
  readonly #options: AwsBeanstalkOptions;

  constructor(settings: AwsSettings, options: AwsBeanstalkOptions) {
    this.#reader = new AwsBeanstalkReader(settings, options);
    this.#client = new ElasticBeanstalkClient(settings);
    this.#s3 = new S3Client(settings);
    this.#region = settings.region;
    this.#options = options;
  }

  state(application: string, environment: string): Promise<BeanstalkState> {
    return this.#reader.state(application, environment);
  }

  version(application: string, label: string): Promise<BeanstalkVersion | undefined> {
    return this.#reader.version(application, label);
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
      throw this.#options.signal.aborted ? interrupted(error) : beanstalkFailure(error, this.#region);
    }
  }
}

/** Elastic Beanstalk has no code of its own for a label that is taken: it is an InvalidParameterValue, in words. */
function isTaken(error: unknown): boolean {
  return errorName(error) === 'InvalidParameterValue' && /already exists/i.test(errorMessage(error));
}
