import type { DeployedImage, DeployedImages } from '../deployed-images.ts';
import { Kubectl } from './kubectl.ts';
import type { KubectlOptions, KubectlPlace } from './kubectl.ts';
import { parseAnswer } from './parse-answer.ts';
import { WORKLOADS, workloadImages, workloadsSchema } from './workload-images.ts';

/** Images of everything in a namespace, whoever put it there, and of earlier revisions that could be gone back to; by the kubectl command. */
export class KubectlImages implements DeployedImages {
  readonly #kubectl: Kubectl;

  constructor(place: KubectlPlace, options: KubectlOptions) {
    this.#kubectl = new Kubectl(place, options);
  }

  /** @throws Failure `cluster-failed`, `tool-missing`, `interrupted` */
  async list(): Promise<readonly DeployedImage[]> {
    const text = await this.#kubectl.ask(['get', WORKLOADS, '-o', 'json', KUBECTL_PATIENCE]);
    return workloadImages(parseAnswer(text, workloadsSchema).items);
  }
}

/** A question is answered within this, or the cluster counts as unreachable. */
export const KUBECTL_PATIENCE = '--request-timeout=30s';
