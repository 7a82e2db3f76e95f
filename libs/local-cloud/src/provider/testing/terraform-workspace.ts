import { cpSync, mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { execa } from 'execa';

/** A copy of a fixture folder in which Terraform runs. */
export class TerraformWorkspace {
  readonly folder: string;
  readonly #environment: Readonly<Record<string, string>>;

  constructor(folder: string, environment: Readonly<Record<string, string>>) {
    this.folder = folder;
    this.#environment = environment;
  }

  /** Runs Terraform and answers what it said, whatever its exit code. */
  async run(command: string, ...options: readonly string[]): Promise<TerraformResult> {
    const { exitCode, stdout, stderr } = await execa('terraform', [command, ...options], {
      cwd: this.folder,
      env: this.#environment,
      reject: false,
    });
    return { exitCode, stdout, stderr };
  }

  /** Runs Terraform. @throws when it fails. */
  async must(command: string, ...options: readonly string[]): Promise<TerraformResult> {
    const result = await this.run(command, ...options);
    if (result.exitCode === 0) return result;
    throw new Error(`terraform ${command} ended with ${result.exitCode}\n${result.stdout}\n${result.stderr}`);
  }

  async apply(variables: Variables): Promise<TerraformResult> {
    return this.must('apply', '-no-color', '-auto-approve', ...variableOptions(variables));
  }

  /** The actions that Terraform plans, by address; what it leaves alone is left out. */
  async plannedActions(variables: Variables): Promise<Readonly<Record<string, readonly string[]>>> {
    await this.must('plan', '-no-color', '-out=plan.bin', ...variableOptions(variables));
    const { stdout } = await this.must('show', '-json', 'plan.bin');
    const { resource_changes: changes = [] } = JSON.parse(stdout) as PlanJson;
    const actions = changes.map(({ address, change }) => [address, change.actions] as const);
    return Object.fromEntries(actions.filter(([, names]) => names[0] !== 'no-op' && names[0] !== 'read'));
  }
}

export interface TerraformResult {
  readonly exitCode: number | undefined;
  readonly stdout: string;
  readonly stderr: string;
}

export type Variables = Readonly<Record<string, string>>;

interface PlanJson {
  readonly resource_changes?: readonly {
    readonly address: string;
    readonly change: { readonly actions: readonly string[] };
  }[];
}

/** Terraform's options for the values of variables. */
export function variableOptions(variables: Variables): readonly string[] {
  return Object.entries(variables).map(([name, value]) => `-var=${name}=${value}`);
}

const FIXTURES = join(import.meta.dirname, '../fixtures');

export function openWorkspace(options: {
  readonly fixture: string;
  readonly reattach: string;
  readonly folder: string;
}): TerraformWorkspace {
  const folder = mkdtempSync(join(options.folder, `${options.fixture}-`));
  cpSync(join(FIXTURES, options.fixture), folder, { recursive: true });
  const cliConfig = join(options.folder, 'terraform.rc');
  writeFileSync(cliConfig, '');
  return new TerraformWorkspace(folder, {
    TF_REATTACH_PROVIDERS: options.reattach,
    TF_CLI_CONFIG_FILE: cliConfig,
    TF_IN_AUTOMATION: '1',
    CHECKPOINT_DISABLE: '1',
  });
}
