import { interrupted } from '@slipway/cli';
import type { Failure } from '@slipway/cli';
import { execa } from 'execa';
import { deploymentsFailure } from '../deployments-failure.ts';

/** Where kubectl works. */
export interface KubectlPlace {
  /** Context of the kubeconfig. */
  readonly context: string;
  readonly namespace: string;
}

export interface KubectlOptions {
  readonly signal: AbortSignal;
  /** @default `kubectl` on the PATH */
  readonly program?: string;
}

export interface KubectlAnswer {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** The kubectl command. Logins are the kubeconfig's: no token is ever an argument. */
export class Kubectl {
  readonly #place: KubectlPlace;
  readonly #options: KubectlOptions;

  constructor(place: KubectlPlace, options: KubectlOptions) {
    this.#place = place;
    this.#options = options;
  }

  /** Runs it, whatever its exit code. @throws Failure `tool-missing` */
  async run(args: readonly string[], input = ''): Promise<KubectlAnswer> {
    const { program = 'kubectl', signal } = this.#options;
    const { context, namespace } = this.#place;
    const all = ['--context', context, '--namespace', namespace, ...args];
    const result = await execa(program, all, { input, reject: false, cancelSignal: signal });
    if (signal.aborted || result.isCanceled) throw interrupted(result);
    if (result.code === 'ENOENT') throw missing(program, result);
    return { exitCode: result.exitCode ?? 1, stdout: result.stdout, stderr: result.stderr };
  }

  /** Its output. @throws Failure `cluster-failed` when it fails */
  async ask(args: readonly string[], input?: string): Promise<string> {
    const answer = await this.run(args, input);
    if (answer.exitCode === 0) return answer.stdout;
    throw this.failure(args, answer);
  }

  failure(args: readonly string[], { exitCode, stdout, stderr }: KubectlAnswer): Failure {
    const { context, namespace } = this.#place;
    const words = [stderr, stdout].find((text) => text.trim() !== '') ?? `exit code ${exitCode}`;
    return deploymentsFailure({
      code: 'cluster-failed',
      message: `'kubectl ${args.slice(0, 2).join(' ')}' failed in namespace '${namespace}' of context '${context}': ${words.trim()}`,
      fix: "check the login and the context: 'aws eks update-kubeconfig --name <cluster> --alias <context>', 'kubectl auth can-i --list'; running the command again is safe",
    });
  }
}

function missing(program: string, cause: unknown): Failure {
  return deploymentsFailure({
    code: 'tool-missing',
    message: `'${program}' can't be run: there is no such program`,
    fix: 'install kubectl, at most one minor version away from the cluster',
    cause,
  });
}
