import { describe, expect, it } from '@jest/globals';
import type { Deployment } from 'kubernetes-types/apps/v1.js';
import type { Container, PodSpec, Service } from 'kubernetes-types/core/v1.js';
import { parseAllDocuments } from 'yaml';
import { eksTargetSchema } from '@slipway/deployments';
import { eksManifests } from './eks-manifests.ts';
import type { Manifest } from './manifest.ts';
import { manifestsText } from './manifests-text.ts';

const REFERENCE = `111111111111.dkr.ecr.us-east-1.amazonaws.com/shop/api@sha256:${'0a'.repeat(32)}`;
const target = eksTargetSchema.parse({
  kind: 'eks',
  context: 'shop',
  name: 'shop-api',
  serviceAccount: 'shop-api-sa',
  role: 'arn:aws:iam::111111111111:role/shop-api',
  variables: { MODEL_BUCKET: 'models', GREETING: 'yes: "no" \n#1' },
});
const manifests = eksManifests(target, REFERENCE);

function of(kind: string): Manifest {
  const found = manifests.find((manifest) => manifest.kind === kind);
  if (found === undefined) throw new Error(`there is no ${kind}`);
  return found;
}

function deploymentSpec(): Deployment['spec'] {
  return (of('Deployment') as Deployment).spec;
}

function serviceSpec(): Service['spec'] {
  return (of('Service') as Service).spec;
}

function pod(): PodSpec {
  const spec = deploymentSpec()?.template.spec;
  if (spec === undefined) throw new Error('there is no pod');
  return spec;
}

function container(): Container {
  const [only] = pod().containers;
  if (only === undefined) throw new Error('there is no container');
  return only;
}

it('makes what a service needs in a cluster, in no namespace of its own', () => {
  expect(
    manifests.map(({ apiVersion, kind, metadata }) => [apiVersion, kind, metadata?.name, metadata?.namespace]),
  ).toEqual([
    ['v1', 'ServiceAccount', 'shop-api-sa', undefined],
    ['v1', 'Service', 'shop-api', undefined],
    ['apps/v1', 'Deployment', 'shop-api', undefined],
    ['autoscaling/v2', 'HorizontalPodAutoscaler', 'shop-api', undefined],
    ['policy/v1', 'PodDisruptionBudget', 'shop-api', undefined],
  ]);
});

describe('references between the manifests', () => {
  it("selects the pods' own labels everywhere", () => {
    const { selector, template } = deploymentSpec() ?? {};
    const labels = template?.metadata?.labels;
    expect(labels).toMatchObject(selector?.matchLabels ?? { none: '' });
    expect(labels).toMatchObject(serviceSpec()?.selector ?? { none: '' });
    expect(of('PodDisruptionBudget')).toMatchObject({ spec: { selector } });
  });

  it('sends the service to a port that the container has', () => {
    const [port] = serviceSpec()?.ports ?? [];
    expect(container().ports).toEqual([expect.objectContaining({ name: port?.targetPort, containerPort: 8000 })]);
  });

  it('mounts only volumes that the pod has', () => {
    const volumes = pod().volumes?.map(({ name }) => name);
    expect(volumes).toEqual(container().volumeMounts?.map(({ name }) => name));
  });

  it('gives the pods the service account with the role', () => {
    expect(of('ServiceAccount')).toMatchObject({
      metadata: { annotations: { 'eks.amazonaws.com/role-arn': 'arn:aws:iam::111111111111:role/shop-api' } },
    });
    expect(pod().serviceAccountName).toBe('shop-api-sa');
  });

  it('scales the deployment, which says nothing of replicas, by the CPU that it requests', () => {
    expect(of('HorizontalPodAutoscaler')).toMatchObject({
      spec: {
        scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'shop-api' },
        minReplicas: 2,
        maxReplicas: 6,
      },
    });
    expect(deploymentSpec()).not.toHaveProperty('replicas');
    expect(container().resources?.requests).toHaveProperty('cpu');
  });
});

describe('the pod', () => {
  it('runs exactly the image', () => {
    expect(container().image).toBe(REFERENCE);
  });

  it('asks whether the process lives and whether it is ready at the paths that the server has', () => {
    expect(container()).toMatchObject({
      startupProbe: { httpGet: { path: '/health', port: 'http' } },
      livenessProbe: { httpGet: { path: '/health', port: 'http' } },
      readinessProbe: { httpGet: { path: '/ready', port: 'http' } },
    });
  });

  it('fulfils the restricted Pod Security Standard of Kubernetes', () => {
    expect(pod().securityContext).toMatchObject({ runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } });
    expect(pod().securityContext?.runAsUser).toBeGreaterThan(0);
    expect(container().securityContext).toMatchObject({
      allowPrivilegeEscalation: false,
      capabilities: { drop: ['ALL'] },
      readOnlyRootFilesystem: true,
    });
    expect(pod()).not.toHaveProperty('hostNetwork');
  });

  it('has time to drain and to shut down before it is killed', () => {
    const drain = container().lifecycle?.preStop?.sleep?.seconds ?? 0;
    expect(pod().terminationGracePeriodSeconds).toBeGreaterThan(drain + target.shutdownSeconds);
  });
});

it('writes YAML that reads back as the same', () => {
  const text = manifestsText(manifests);
  expect(parseAllDocuments(text).map((document) => document.toJS() as unknown)).toEqual(manifests);
});
