import { statfs } from 'node:fs/promises';
import { execa } from 'execa';
import { StepFailure } from './step-failure.ts';
import type { Step } from './steps.ts';

/** What must be there before anything is installed, and what to do where it is not. */
const NEEDED = [
  { command: ['git', '--version'], fix: 'install git' },
  { command: ['python3.11', '--version'], fix: 'install Python 3.11 (the containers and the emulator run on it)' },
  { command: ['terraform', 'version'], fix: 'install Terraform 1.11 or newer' },
] as const;
const FREE_GIGABYTES = 6;

/** Says everything that is missing at once. */
export const checkMachine: Step = async (_road, report) => {
  const problems = [...(await missingCommands()), ...(await missingSpace())];
  if (problems.length > 0) throw new StepFailure(`this machine is not ready\n- ${problems.join('\n- ')}`);
  report('git, Python 3.11, Terraform and disk are there');
};

async function missingCommands(): Promise<string[]> {
  const results = await Promise.all(
    NEEDED.map(async ({ command: [file, ...args], fix }) => {
      const { failed } = await execa(file, args, { reject: false });
      return failed ? [`"${file}" does not run: ${fix}`] : [];
    }),
  );
  return results.flat();
}

async function missingSpace(): Promise<string[]> {
  const { bavail, bsize } = await statfs('.');
  const free = (bavail * bsize) / 1e9;
  return free >= FREE_GIGABYTES ? [] : [`${free.toFixed(1)} GB are free here, ${FREE_GIGABYTES} are needed: make room`];
}
