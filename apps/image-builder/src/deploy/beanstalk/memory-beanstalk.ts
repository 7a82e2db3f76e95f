import type { BeanstalkState, BeanstalkVersion } from '@slipway/deployments';
import { Failure } from '../../failure.ts';
import type { Beanstalk, NewVersion } from './beanstalk.ts';

/** Elastic Beanstalk for tests: one application and environment. An update takes two looks. */
export class MemoryBeanstalk implements Beanstalk {
  readonly application = 'shop';
  readonly environment = 'shop-prod';
  readonly versions = new Map<string, NewVersion>();
  readonly updates: string[] = [];
  /** Labels whose deployment ends red. */
  readonly broken = new Set<string>();
  current: BeanstalkState = { status: 'Ready', health: 'Green', versionLabel: undefined };

  state(application: string, environment: string): Promise<BeanstalkState> {
    if (application === this.application && environment === this.environment) return Promise.resolve(this.current);
    const message = `there is no environment '${environment}' of the application '${application}'`;
    return Promise.reject(new Failure({ code: 'deploy-failed', message, fix: 'make it' }));
  }

  version(_application: string, label: string): Promise<BeanstalkVersion | undefined> {
    const found = this.versions.get(label);
    return Promise.resolve(found === undefined ? undefined : { label, description: found.description });
  }

  createVersion(_application: string, version: NewVersion): Promise<void> {
    if (!this.versions.has(version.label)) this.versions.set(version.label, version);
    return Promise.resolve();
  }

  update(_application: string, _environment: string, versionLabel: string): Promise<void> {
    if (this.current.status !== 'Ready') return Promise.reject(notReady());
    if (!this.versions.has(versionLabel)) return Promise.reject(noVersion(versionLabel));
    this.updates.push(versionLabel);
    this.current = { status: 'Updating', health: 'Grey', versionLabel };
    return Promise.resolve();
  }

  problems(): Promise<readonly string[]> {
    return Promise.resolve(this.current.health === 'Red' ? ['ERROR: the container ended'] : []);
  }

  pause(): Promise<void> {
    const isBroken = this.broken.has(this.current.versionLabel ?? '');
    this.current = { ...this.current, status: 'Ready', health: isBroken ? 'Red' : 'Green' };
    return Promise.resolve();
  }
}

function notReady(): Failure {
  const message = 'InvalidParameterValue: Environment is in an invalid state for this operation. Must be Ready.';
  return new Failure({ code: 'aws-failed', message, fix: 'wait' });
}

function noVersion(label: string): Failure {
  return new Failure({ code: 'aws-failed', message: `No Application Version named '${label}' found.`, fix: 'make it' });
}
