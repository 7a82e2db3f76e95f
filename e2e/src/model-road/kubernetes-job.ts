import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { ROOT, type Finished } from '../workspace.ts';
import { tryDocker, type Variables } from './docker.ts';

/** What the manifest of the job says of how its container runs; it has been checked against the API's own schema by hand. */
interface Job {
  readonly spec: { readonly template: { readonly spec: PodSpec } };
}
interface PodSpec {
  readonly securityContext: { readonly runAsUser: number; readonly runAsGroup: number };
  readonly containers: readonly [Container];
  readonly volumes: readonly { readonly name: string; readonly emptyDir: { readonly sizeLimit: string } }[];
}
interface Container {
  readonly args: readonly string[];
  readonly env: readonly { readonly name: string }[];
  readonly resources: { readonly limits: { readonly memory: string } };
  readonly securityContext: {
    readonly allowPrivilegeEscalation: boolean;
    readonly readOnlyRootFilesystem: boolean;
    readonly capabilities: { readonly drop: readonly string[] };
  };
  readonly volumeMounts: readonly { readonly name: string; readonly mountPath: string }[];
}

export interface JobRun {
  readonly image: string;
  /** What the ConfigMap of the job holds, and what the cluster adds for its service account. */
  readonly settings: Variables;
  /** Values of the variables that the manifest itself names. */
  readonly values: Variables;
}

/** Runs the container of training/kubernetes/base/job.yaml as the manifest says, on the network of this machine. */
export async function runKubernetesJob(environment: Variables, run: JobRun): Promise<Finished> {
  const manifest = await readFile(join(ROOT, 'training', 'kubernetes', 'base', 'job.yaml'), 'utf8');
  const { spec: pod } = (parse(manifest) as Job).spec.template;
  const [container] = pod.containers;
  const named = Object.fromEntries(container.env.map(({ name }) => [name, run.values[name] ?? '']));
  const args = ['run', '--rm', '--network', 'host', ...confinedAs(pod, container), run.image, ...container.args];
  return await tryDocker(environment, { args, variables: { ...run.settings, ...named } });
}

function confinedAs(pod: PodSpec, { securityContext, resources, volumeMounts }: Container): string[] {
  const { runAsUser, runAsGroup } = pod.securityContext;
  return [
    ...['--user', `${String(runAsUser)}:${String(runAsGroup)}`],
    ...(securityContext.readOnlyRootFilesystem ? ['--read-only'] : []),
    ...(securityContext.allowPrivilegeEscalation ? [] : ['--security-opt', 'no-new-privileges']),
    ...securityContext.capabilities.drop.flatMap((name) => ['--cap-drop', name]),
    ...['--memory', bytes(resources.limits.memory)],
    ...volumeMounts.flatMap(({ name, mountPath }) => ['--mount', emptyDir(mountPath, sizeOf(pod, name))]),
  ];
}

/** Everybody may write to it, as to one of Kubernetes. It is a volume, because Docker gives `--tmpfs` the rights of the folder below. */
function emptyDir(mountPath: string, sizeLimit: string): string {
  const options = ['type=tmpfs', 'device=tmpfs', `o=size=${bytes(sizeLimit)}`];
  const volume = ['type=volume', `destination=${mountPath}`, 'volume-nocopy'];
  return [...volume, ...options.map((option) => `volume-opt=${option}`)].join(',');
}

function sizeOf({ volumes }: PodSpec, name: string): string {
  const volume = volumes.find((one) => one.name === name);
  if (volume === undefined) throw new Error(`the job mounts "${name}", which is none of its volumes`);
  return volume.emptyDir.sizeLimit;
}

/** @param quantity of Kubernetes in binary units, such as `512Mi`; Docker writes `512m` for it */
function bytes(quantity: string): string {
  const [, number = '', unit = ''] = /^(\d+)([MG])i$/.exec(quantity) ?? [];
  if (unit === '') throw new Error(`"${quantity}" is no number of Mi or Gi`);
  return `${number}${unit.toLowerCase()}`;
}
