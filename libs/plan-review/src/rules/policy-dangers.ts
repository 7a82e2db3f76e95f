import { error } from '@slipway/findings';
import type { LocalFinding } from '@slipway/findings';
import { sets } from '../change/effects.ts';
import { policiesOf } from '../policy/policies-of.ts';
import type { PolicyPair } from '../policy/policies-of.ts';
import type { ReadStatement } from '../policy/statement.ts';
import { confusedDeputy } from './policy/confused-deputy.ts';
import { openToEveryone } from './policy/open-to-everyone.ts';
import { wildcardActionsAllowed } from './policy/wildcard-actions-allowed.ts';
import type { Rule } from './rule.ts';

const STATEMENT_RULES = [openToEveryone, wildcardActionsAllowed, confusedDeputy];

/** What the policies of a resource let happen from now on. A policy that nobody can read counts as open. */
export const policyDangers: Rule = (change) => {
  if (!sets(change)) return [];
  return policiesOf(change).flatMap((pair) => dangersOf(pair, change.type));
};

function dangersOf(pair: PolicyPair, type: string): LocalFinding[] {
  const { after, path, kind } = pair;
  switch (after.state) {
    case 'absent':
      return [];
    case 'unknown':
      return [unknown(path)];
    case 'unreadable':
      return [unreadable(path)];
    case 'read':
      return newStatements(pair, after.statements).flatMap((statement) =>
        STATEMENT_RULES.flatMap((rule) => rule(statement, { kind, type })),
      );
    default:
      return after satisfies never;
  }
}

/** Statements that were there before are no news. */
function newStatements({ before }: PolicyPair, statements: readonly ReadStatement[]): readonly ReadStatement[] {
  if (before.state !== 'read') return statements;
  const old = new Set(before.statements.map((statement) => JSON.stringify(statement)));
  return statements.filter((statement) => !old.has(JSON.stringify(statement)));
}

function unknown(path: string): LocalFinding {
  return error('policy-unknown', {
    message: `"${path}" is only known after the apply, or hidden: it may let in anyone`,
    fix: 'write names and accounts down instead of reading them from resources that are not there yet',
  });
}

function unreadable(path: string): LocalFinding {
  return error('policy-unknown', {
    message: `"${path}" is no policy that this program can read: it may let in anyone`,
    fix: "write it in the form of IAM's grammar of policies",
  });
}
