import { parseArgs } from 'node:util';
import { parseAllDocuments } from 'yaml';
import type { Manifest } from '../../deploy/eks/manifest.ts';
import { deploymentDocument, podDocuments, replicaSetDocuments } from './cluster-documents.ts';
import { apply, differences, finish, undo } from './simulated-cluster.ts';
import type { ClusterState } from './simulated-cluster.ts';

/** What the program prints, and how it ends. */
export interface KubectlPrints {
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number;
}

export interface KubectlCall {
  readonly args: readonly string[];
  /** Standard input. */
  readonly input: string;
}

/** What kubectl answers of this cluster, which changes by it. An option that isn't among kubectl's here is an error. */
export function kubectlAnswer(state: ClusterState, { args, input }: KubectlCall): KubectlPrints {
  const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  const [verb = '', what = '', name = ''] = positionals;
  const selected = (values.selector ?? '').replace('app.kubernetes.io/name=', '');
  switch (verb) {
    case 'get':
      return get(state, what, name === '' ? selected : name);
    case 'diff':
      return diff(state, manifestsIn(input));
    case 'apply':
      apply(state, manifestsIn(input));
      return printed('');
    case 'rollout':
      return rollout(state, `${what} ${name}`, Number(values['to-revision']));
    default:
      return failed(`unknown command "${verb}" for "kubectl"`);
  }
}

const OPTIONS = {
  context: { type: 'string' },
  namespace: { type: 'string' },
  output: { type: 'string', short: 'o' },
  filename: { type: 'string', short: 'f' },
  selector: { type: 'string', short: 'l' },
  'field-selector': { type: 'string' },
  timeout: { type: 'string' },
  'to-revision': { type: 'string' },
  'request-timeout': { type: 'string' },
  'ignore-not-found': { type: 'boolean' },
} as const;

function get(state: ClusterState, what: string, name: string): KubectlPrints {
  switch (what) {
    case 'deployment': {
      const found = deploymentDocument(state, name);
      return printed(found === undefined ? '' : JSON.stringify(found));
    }
    case 'replicasets':
      return list(replicaSetDocuments(state, name));
    case 'pods':
      return list(podDocuments(state, name));
    case 'events':
      return list([]);
    default:
      return list(Object.keys(state.revisions).flatMap((each) => workloads(state, each)));
  }
}

function workloads(state: ClusterState, name: string): unknown[] {
  return [...podDocuments(state, name), deploymentDocument(state, name), ...replicaSetDocuments(state, name)];
}

/** kubectl's own exit codes: 0 for no difference, 1 for differences, more for trouble. */
function diff(state: ClusterState, manifests: readonly Manifest[]): KubectlPrints {
  const lines = differences(state, manifests);
  return { ...printed(lines.join('\n')), exitCode: lines.length === 0 ? 0 : 1 };
}

function rollout(state: ClusterState, words: string, revision: number): KubectlPrints {
  const [, verb = '', name = ''] = /^(\w+) deployment\/(.+)$/.exec(words) ?? [];
  if (verb === 'status') {
    if (finish(state, name)) return printed(`deployment "${name}" successfully rolled out\n`);
    return failed(`deployment "${name}" exceeded its progress deadline`);
  }
  if (undo(state, name, revision)) return printed(`deployment.apps/${name} rolled back\n`);
  return failed(`unable to find specified revision ${revision} in history`);
}

function manifestsIn(text: string): Manifest[] {
  return parseAllDocuments(text).map((document) => document.toJS() as Manifest);
}

function list(items: readonly unknown[]): KubectlPrints {
  return printed(JSON.stringify({ kind: 'List', items }));
}

function printed(stdout: string): KubectlPrints {
  return { stdout, stderr: '', exitCode: 0 };
}

function failed(message: string): KubectlPrints {
  return { stdout: '', stderr: `error: ${message}\n`, exitCode: 1 };
}
