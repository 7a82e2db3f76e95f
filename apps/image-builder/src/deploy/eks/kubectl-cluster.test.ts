import { afterEach, describe, expect, it } from '@jest/globals';
import { fakeKubectl } from '../../testing/fake-kubectl.ts';
import type { FakeAnswer, FakeKubectl } from '../../testing/fake-kubectl.ts';
import { removeFolder } from '../../testing/temporary-folder.ts';
import { KubectlCluster } from './kubectl-cluster.ts';
import type { Manifest } from './manifest.ts';

const PLACE = { context: 'shop', namespace: 'web' };
const { signal } = new AbortController();
const manifests: readonly Manifest[] = [{ apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'api' } }];
const MANIFEST_TEXT = 'apiVersion: v1\nkind: ServiceAccount\nmetadata:\n  name: api\n';

let kubectl: FakeKubectl | undefined;
afterEach(async () => {
  if (kubectl !== undefined) await removeFolder(kubectl.folder);
});

async function cluster(...answers: readonly FakeAnswer[]): Promise<KubectlCluster> {
  kubectl = await fakeKubectl(answers);
  return new KubectlCluster(PLACE, { signal, program: kubectl.program });
}

async function commands(): Promise<string[]> {
  return ((await kubectl?.calls()) ?? []).map(({ args }) => args.join(' '));
}

/** As `kubectl get -o json` prints them; see "Deployment status" of the Kubernetes documentation. */
const deployment = {
  metadata: { name: 'api', uid: 'u1', generation: 2, annotations: { 'deployment.kubernetes.io/revision': '2' } },
  spec: { replicas: 1, template: { spec: { containers: [{ name: 'api', image: 'r/api@sha256:2' }] } } },
  status: { observedGeneration: 2, replicas: 2, updatedReplicas: 1, availableReplicas: 1 },
};
const replicaSet = {
  metadata: { annotations: { 'deployment.kubernetes.io/revision': '1' }, ownerReferences: [{ uid: 'u1' }] },
  status: { availableReplicas: 1 },
};

describe('KubectlCluster', () => {
  it('reads what runs, in the context and namespace it was given', async () => {
    const it = await cluster(
      { to: 'get deployment', stdout: JSON.stringify(deployment) },
      { to: 'get replicasets', stdout: JSON.stringify({ items: [replicaSet] }) },
    );
    expect(await it.current('api')).toEqual({
      image: 'r/api@sha256:2',
      revision: 2,
      isComplete: false,
      goodRevision: 1,
    });
    expect(await commands()).toEqual([
      '--context shop --namespace web get deployment api --ignore-not-found -o json --request-timeout=30s',
      '--context shop --namespace web get replicasets -l app.kubernetes.io/name=api -o json --request-timeout=30s',
    ]);
  });

  it('knows that nothing runs yet', async () => {
    expect(await (await cluster({ to: 'get deployment' })).current('api')).toBeUndefined();
  });

  it('applies manifests by standard input', async () => {
    await (await cluster({ to: 'apply -f -' })).apply(manifests);
    expect((await kubectl?.calls())?.map(({ input }) => input)).toEqual([MANIFEST_TEXT]);
  });

  it.each([
    ['nothing', { exitCode: 0 }, ''],
    ['something', { exitCode: 1, stdout: '+ x' }, '+ x'],
  ])('sees that applying would change %s', async (_, answer, diff) => {
    expect(await (await cluster({ to: 'diff -f -', ...answer })).diff(manifests)).toBe(diff);
  });

  it.each([
    ['of the API', { exitCode: 1, stderr: 'Error from server (NotFound): namespaces "web" not found' }],
    ['of the difference program', { exitCode: 2, stdout: 'x', stderr: 'diff: trouble' }],
  ])('does not take an error %s for a difference', async (_, answer) => {
    await expect((await cluster({ to: 'diff -f -', ...answer })).diff(manifests)).rejects.toMatchObject({
      code: 'cluster-failed',
      message: `'kubectl diff -f' failed in namespace 'web' of context 'shop': ${answer.stderr}`,
    });
  });

  it('waits for a rollout', async () => {
    const it = await cluster({ to: 'rollout status' });
    expect(await it.waitForRollout('api', 90)).toEqual({ done: true });
    expect(await commands()).toEqual(['--context shop --namespace web rollout status deployment/api --timeout=90s']);
  });

  it.each([['deployment "api" exceeded its progress deadline'], ['timed out waiting for the condition']])(
    'says why a rollout failed: %s',
    async (reason) => {
      const it = await cluster({ to: 'rollout status', exitCode: 1, stderr: `error: ${reason}\n` });
      expect(await it.waitForRollout('api', 90)).toEqual({ done: false, reason });
    },
  );

  it('does not take a lost connection for a failed rollout', async () => {
    const it = await cluster({ to: 'rollout status', exitCode: 1, stderr: 'Unable to connect to the server: EOF' });
    await expect(it.waitForRollout('api', 90)).rejects.toMatchObject({ code: 'cluster-failed' });
  });

  it('goes back to a revision', async () => {
    await (await cluster({ to: 'rollout undo' })).undo('api', 3);
    expect(await commands()).toEqual([
      '--context shop --namespace web rollout undo deployment/api --to-revision=3 --request-timeout=30s',
    ]);
  });

  it('collects what is wrong with the pods', async () => {
    const pod = { metadata: { name: 'api-1' } };
    const event = { involvedObject: { name: 'api-1' }, reason: 'Failed', message: 'ErrImagePull' };
    const it = await cluster(
      { to: 'get pods -l app.kubernetes.io/name=api', stdout: JSON.stringify({ items: [pod] }) },
      { to: 'get events --field-selector type=Warning', stdout: JSON.stringify({ items: [event] }) },
    );
    expect(await it.problems('api')).toEqual(['api-1: Failed: ErrImagePull']);
  });

  it('lists the images of all workloads', async () => {
    const items = [{ kind: 'Pod', spec: { containers: [{ image: 'r/web:1' }] } }];
    const it = await cluster({ to: 'get pods,deployments.apps,', stdout: JSON.stringify({ items }) });
    expect(await it.images()).toEqual([{ source: 'eks', reference: 'r/web:1' }]);
  });

  it('says so when an answer is not what kubectl prints', async () => {
    const it = await cluster({ to: 'get deployment', stdout: '{}' }, { to: 'get replicasets', stdout: '{"items":[]}' });
    await expect(it.current('api')).rejects.toMatchObject({ code: 'cluster-failed' });
  });

  it('says what to install where there is no kubectl', async () => {
    const none = new KubectlCluster(PLACE, { signal, program: 'no-such-kubectl' });
    await expect(none.current('api')).rejects.toMatchObject({
      code: 'tool-missing',
      message: "'no-such-kubectl' can't be run: there is no such program",
    });
  });

  it('ends when the user ends the command', async () => {
    const ended = new AbortController();
    const { program } = (kubectl = await fakeKubectl([{ to: 'rollout status' }]));
    ended.abort();
    const it = new KubectlCluster(PLACE, { signal: ended.signal, program });
    await expect(it.waitForRollout('api', 90)).rejects.toMatchObject({ code: 'interrupted' });
  });
});
