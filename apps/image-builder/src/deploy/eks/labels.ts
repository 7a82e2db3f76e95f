import type { EksTarget } from '@slipway/deployments';

/** What pods are selected by. A Deployment's selector can't be changed later, so nothing that may change is in it. */
export function selectorOf({ name }: Pick<EksTarget, 'name'>): Readonly<Record<string, string>> {
  return { 'app.kubernetes.io/name': name };
}

/** Recommended labels of Kubernetes ("Recommended Labels"). */
export function labelsOf(target: Pick<EksTarget, 'name'>): Record<string, string> {
  return { ...selectorOf(target), 'app.kubernetes.io/managed-by': 'slipway' };
}
