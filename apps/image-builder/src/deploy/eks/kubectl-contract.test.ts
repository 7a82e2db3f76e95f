import { afterEach, jest } from '@jest/globals';
import { BROKEN_IMAGE } from '../../testing/kubectl/simulated-cluster.ts';
import { simulatedKubectl } from '../../testing/kubectl/simulated-kubectl.ts';
import type { SimulatedKubectl } from '../../testing/kubectl/simulated-kubectl.ts';
import { clusterContract } from './cluster.contract.ts';
import { KubectlCluster } from './kubectl-cluster.ts';

// each question starts a program
jest.setTimeout(60_000);

const { signal } = new AbortController();
let kubectl: SimulatedKubectl | undefined;
afterEach(async () => {
  await kubectl?.stop();
});

clusterContract(async () => {
  kubectl = await simulatedKubectl();
  const place = { context: 'shop', namespace: 'web' };
  return { cluster: new KubectlCluster(place, { signal, program: kubectl.program }), broken: BROKEN_IMAGE };
});
