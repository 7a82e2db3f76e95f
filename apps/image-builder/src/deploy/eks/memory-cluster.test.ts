import { clusterContract } from './cluster.contract.ts';
import { MemoryCluster } from './memory-cluster.ts';

clusterContract(() => {
  const cluster = new MemoryCluster();
  const broken = 'registry.test/api:broken';
  cluster.broken.add(broken);
  return Promise.resolve({ cluster, broken });
});
