import { run } from './run.ts';
import type { Step } from './steps.ts';

/** Real Terraform, through the real cdktf CLI. */
export const deployDev: Step = async ({ environment, signal }, report) => {
  await run({
    command: ['cdktf', 'deploy', 'dev', '--auto-approve'],
    environment,
    signal,
    next: 'npx local-cloud status, then npx cdktf diff dev',
    onLine: report,
  });
};
