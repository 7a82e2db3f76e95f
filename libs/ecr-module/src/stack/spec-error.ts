import { formatFindings, type Finding } from '@slipway/findings';

/** A spec that can't be deployed. Its message holds every finding; nothing was written. */
export class SpecError extends Error {
  override readonly name = 'SpecError';
  readonly findings: readonly Finding[];

  constructor(environment: string, findings: readonly Finding[]) {
    super(`the spec of "${environment}" is not sound, so nothing was synthesized\n${formatFindings(findings)}`);
    this.findings = findings;
  }
}
