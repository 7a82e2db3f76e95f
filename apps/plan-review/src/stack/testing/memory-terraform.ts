import type { StateMark, Terraform } from '../terraform/terraform.ts';

/** A Terraform whose plans say what a test wants, and whose applies add 1 to the serial. */
export class MemoryTerraform implements Terraform {
  /** What every plan is shown as. */
  json = '{"format_version":"1.2","terraform_version":"1.11.4","resource_changes":[]}';
  mark: StateMark = { lineage: 'a-lineage', serial: 7 };
  /** Contents of the plan files that were applied. */
  readonly applied: string[] = [];
  readonly planned: { readonly stack: string; readonly refreshOnly: boolean }[] = [];
  readonly #files: Map<string, string>;

  constructor(files: Map<string, string>) {
    this.#files = files;
  }

  init(): Promise<void> {
    return Promise.resolve();
  }

  state(): Promise<StateMark> {
    return Promise.resolve(this.mark);
  }

  plan(stack: string, { out, refreshOnly }: { readonly out: string; readonly refreshOnly: boolean }): Promise<void> {
    this.planned.push({ stack, refreshOnly });
    this.#files.set(out, `plan ${this.planned.length} of ${stack}`);
    return Promise.resolve();
  }

  show(): Promise<string> {
    return Promise.resolve(this.json);
  }

  apply(_stack: string, file: string, say: (line: string) => void): Promise<void> {
    say('Apply complete!');
    this.applied.push(this.#files.get(file) ?? 'nothing');
    this.mark = { ...this.mark, serial: this.mark.serial + 1 };
    return Promise.resolve();
  }
}
