import { describe, expect, it } from '@jest/globals';
import type { Ended, Process } from '../processes/run-process.ts';
import { terraformCli } from './terraform-cli.ts';

function terraformThat(ended: Partial<Ended>) {
  const calls: Process[] = [];
  const terraform = terraformCli('stacks', (process) => {
    calls.push(process);
    process.onLine?.('aws_thing.it: key AKIAIOSFODNN7EXAMPLE');
    return Promise.resolve({ exitCode: 0, stdout: '', stderr: '', ...ended });
  });
  return { calls, terraform };
}

describe('terraformCli', () => {
  it('plans into a file, in the folder of the stack', async () => {
    const { calls, terraform } = terraformThat({});
    await terraform.plan('prod', { out: '/plan', refreshOnly: true });
    const command = ['terraform', 'plan', '-out=/plan', '-refresh-only', '-input=false', '-no-color'];
    expect(calls).toEqual([expect.objectContaining({ command, cwd: 'stacks/prod' })]);
  });

  it('applies a file, never what would be planned now, and masks what it says', async () => {
    const { calls, terraform } = terraformThat({});
    const said: string[] = [];
    await terraform.apply('prod', '/plan', (line) => said.push(line));
    expect(calls[0]?.command).toEqual(['terraform', 'apply', '-input=false', '-no-color', '/plan']);
    expect(said).toEqual(['aws_thing.it: key (masked)']);
  });

  it('reads the mark of a state, and that there is none yet', async () => {
    const { terraform } = terraformThat({ stdout: '{"version":4,"serial":3,"lineage":"a","resources":[]}' });
    expect(await terraform.state('prod')).toEqual({ lineage: 'a', serial: 3 });
    expect(await terraformThat({ stdout: '' }).terraform.state('prod')).toEqual({ lineage: '', serial: 0 });
  });

  it.each([
    ['stale-plan', 'Error: Saved plan is stale'],
    ['terraform-failed', 'Error: Error acquiring the state lock'],
  ])('knows %s by what Terraform says', async (code, stderr) => {
    const { terraform } = terraformThat({ exitCode: 1, stderr });
    await expect(terraform.apply('prod', '/plan', () => undefined)).rejects.toMatchObject({
      code,
      message: `'terraform apply' of 'prod' failed with exit code 1\n${stderr}`,
    });
  });

  it('masks secrets in errors, and says that a signal ended it', async () => {
    const { terraform } = terraformThat({ exitCode: undefined, stderr: 'Error: AKIAIOSFODNN7EXAMPLE' });
    await expect(terraform.init('prod')).rejects.toMatchObject({
      message: "'terraform init' of 'prod' was ended by a signal\nError: (masked)",
    });
  });
});
