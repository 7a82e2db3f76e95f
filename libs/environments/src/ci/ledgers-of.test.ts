import { describe, expect, it } from '@jest/globals';
import { accounts } from '../accounts.ts';
import { environments } from '../environments.ts';
import { ledgerReaders, ledgersOf } from './ledgers-of.ts';

const all = Object.values(environments);

function ledgers(name: keyof typeof environments, role: string): string[] {
  const environment = environments[name];
  const found = environment.ci.roles.filter((one) => one.name === role);
  return found.flatMap((one) =>
    ledgersOf(one, environment, all).map((ledger) => `${ledger.access} ${ledger.bucket} ${ledger.environment}`),
  );
}

describe('ledgersOf', () => {
  it('lets a role that pushes write to its own ledger', () => {
    expect(ledgers('dev', 'mlops-cicd-role')).toEqual([`write ${environments.dev.state.bucket} dev`]);
  });

  it('lets a role that promotes read the ledger of the environment that it pulls from', () => {
    expect(ledgers('prod', 'mlops-cicd-role')).toEqual([
      `write ${environments.prod.state.bucket} prod`,
      `read ${environments.dev.state.bucket} dev`,
    ]);
  });

  it('lets an audit read the ledger of its own environment alone', () => {
    expect(ledgers('prod', 'slipway-audit')).toEqual([`read ${environments.prod.state.bucket} prod`]);
  });

  it.each(['slipway-plan', 'slipway-apply'])('gives %s none', (role) => {
    expect(ledgers('prod', role)).toEqual([]);
  });
});

describe('ledgerReaders', () => {
  it('are the roles that promote from an environment', () => {
    expect(ledgerReaders(environments.dev, all)).toEqual([
      { name: 'mlops-cicd-role', account: accounts.prod },
      { name: 'github-actions-role', account: accounts.prod },
    ]);
    expect(ledgerReaders(environments.prod, all)).toEqual([]);
  });
});
