import { KUBECTL_PATIENCE, Kubectl, KubectlImages, parseAnswer } from '@slipway/deployments';
import type { DeployedImage, KubectlOptions, KubectlPlace } from '@slipway/deployments';
import type { z } from 'zod';
import type { Cluster, RolloutResult, Running } from './cluster.ts';
import { selectorOf } from './labels.ts';
import type { Manifest } from './manifest.ts';
import { manifestsText } from './manifests-text.ts';
import { eventsSchema, podProblems, podsSchema } from './pod-problems.ts';
import { deploymentSchema, replicaSetsSchema, runningOf } from './running.ts';

/** A cluster by the kubectl command. */
export class KubectlCluster implements Cluster {
  readonly #kubectl: Kubectl;
  readonly #images: KubectlImages;

  constructor(place: KubectlPlace, options: KubectlOptions) {
    this.#kubectl = new Kubectl(place, options);
    this.#images = new KubectlImages(place, options);
  }

  async current(name: string): Promise<Running | undefined> {
    const text = await this.#kubectl.ask([
      'get',
      'deployment',
      name,
      '--ignore-not-found',
      '-o',
      'json',
      KUBECTL_PATIENCE,
    ]);
    if (text.trim() === '') return undefined;
    const sets = await this.#get('replicasets', replicaSetsSchema, ['-l', selectorText(name)]);
    return runningOf(parseAnswer(text, deploymentSchema), sets);
  }

  /** `kubectl diff` ends with 1 when there are differences, and with more when it failed. */
  async diff(manifests: readonly Manifest[]): Promise<string> {
    const args = ['diff', '-f', '-', KUBECTL_PATIENCE];
    const answer = await this.#kubectl.run(args, manifestsText(manifests));
    if (answer.exitCode === 0) return '';
    if (answer.exitCode === 1 && answer.stdout !== '') return answer.stdout;
    throw this.#kubectl.failure(args, answer);
  }

  async apply(manifests: readonly Manifest[]): Promise<void> {
    await this.#kubectl.ask(['apply', '-f', '-', KUBECTL_PATIENCE], manifestsText(manifests));
  }

  async waitForRollout(name: string, timeoutSeconds: number): Promise<RolloutResult> {
    const args = ['rollout', 'status', `deployment/${name}`, `--timeout=${timeoutSeconds}s`];
    const answer = await this.#kubectl.run(args);
    if (answer.exitCode === 0) return { done: true };
    // Anything else says nothing of the rollout: a lost connection must not undo it.
    if (!/exceeded its progress deadline|timed out waiting/.test(answer.stderr))
      throw this.#kubectl.failure(args, answer);
    return { done: false, reason: answer.stderr.replace(/^error: /, '').trim() };
  }

  async undo(name: string, revision: number): Promise<void> {
    await this.#kubectl.ask(['rollout', 'undo', `deployment/${name}`, `--to-revision=${revision}`, KUBECTL_PATIENCE]);
  }

  async problems(name: string): Promise<readonly string[]> {
    const pods = await this.#get('pods', podsSchema, ['-l', selectorText(name)]);
    const events = await this.#get('events', eventsSchema, ['--field-selector', 'type=Warning']);
    return podProblems(pods.items, events.items);
  }

  images(): Promise<readonly DeployedImage[]> {
    return this.#images.list();
  }

  async #get<T>(what: string, schema: z.ZodType<T>, flags: readonly string[] = []): Promise<T> {
    return parseAnswer(await this.#kubectl.ask(['get', what, ...flags, '-o', 'json', KUBECTL_PATIENCE]), schema);
  }
}

function selectorText(name: string): string {
  return Object.entries(selectorOf({ name }))
    .map(([key, value]) => `${key}=${value}`)
    .join(',');
}
