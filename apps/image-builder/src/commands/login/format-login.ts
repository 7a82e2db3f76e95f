import type { Block } from '@slipway/cli';
import type { LoginPlace } from '../../login/login-store.ts';
import type { KeptLogin, LoginReport } from './run-login.ts';

/** The report for people. */
export function formatLogin({ environment, account, dryRun, logins }: LoginReport): Block[] {
  return [
    { kind: 'heading', text: `Logins to ${environment} (account ${account})${dryRun ? ', a dry run' : ''}` },
    { kind: 'table', head: ['region', 'registry', 'kept in', 'ends'], rows: logins.map(row) },
    ...(dryRun ? [{ kind: 'paragraph', text: 'Nothing was kept.' } as const] : []),
  ];
}

function row({ region, host, place, expiresAt }: KeptLogin) {
  return [region, { code: host }, words(place), expiresAt];
}

function words({ kind, name }: LoginPlace): string {
  switch (kind) {
    case 'helper':
      return name;
    case 'file':
      return `${name}, in plain text: a credential helper would be safer`;
    case 'automatic':
      return `nowhere: ${name} asks ECR itself`;
    default:
      return kind satisfies never;
  }
}
