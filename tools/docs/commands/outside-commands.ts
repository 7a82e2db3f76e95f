/** A program that isn't ours: its subcommands, each with its flags. */
export type OutsideProgram = Readonly<Record<string, readonly string[]>>;

/**
 * What documents use of other programs. Sources: HashiCorp's "Terraform CLI Documentation" and "CDKTF CLI reference", the manual
 * pages of docker and git, Kubernetes' "kubectl reference", cosign's `doc/`.
 */
export const OUTSIDE: Readonly<Record<string, OutsideProgram>> = {
  cdktf: {
    deploy: ['--auto-approve'],
    destroy: ['--auto-approve'],
    diff: [],
    list: [],
    synth: [],
  },
  terraform: {
    apply: [],
    'force-unlock': [],
    import: [],
    init: ['-reconfigure'],
    plan: ['-out', '-refresh-only', '-detailed-exitcode', '-target'],
    show: ['-json'],
    'state list': [],
    'state mv': [],
    'state pull': [],
    'state push': [],
    'state rm': [],
    'state show': [],
  },
  docker: {
    login: ['--username', '--password-stdin'],
    pull: [],
  },
  git: {
    checkout: ['-b'],
    log: ['--oneline', '-n'],
    push: [],
    revert: ['--no-edit', '-m'],
  },
  kubectl: {
    get: ['--context', '--namespace', '-o', '-l'],
    'rollout undo': ['--context', '--namespace'],
    scale: ['--context', '--namespace', '--replicas'],
    'rollout status': ['--context', '--namespace', '--timeout'],
  },
  cosign: {
    'generate-key-pair': ['--kms'],
    'public-key': ['--key'],
    verify: ['--key', '--insecure-ignore-tlog', '--offline'],
  },
};

/** What is wrong with the arguments of such a program. */
export function outsideProblem(program: string, args: readonly string[]): string | undefined {
  const known = OUTSIDE[program] ?? {};
  const name = [args.slice(0, 2).join(' '), args[0] ?? ''].find((some) => known[some] !== undefined);
  if (name === undefined) return `'${program} ${args.slice(0, 2).join(' ')}' isn't among the commands that are known`;
  const strange = args
    .filter((word) => /^--?[a-z]/.test(word))
    .find((word) => !known[name]?.includes(word.split('=')[0] ?? ''));
  return strange === undefined ? undefined : `'${program} ${name}' has no known flag '${strange}'`;
}
