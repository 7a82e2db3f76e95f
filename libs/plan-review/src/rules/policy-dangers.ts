import { error } from '@slipway/findings';
import type { LocalFinding } from '@slipway/findings';
import { sets } from '../change/effects.ts';
import { policiesOf } from '../policy/policies-of.ts';
import type { PolicyPair } from '../policy/policies-of.ts';
import type { ReadStatement } from '../policy/statement.ts';
import type { ResourceChange } from '../plan/plan.ts';
import { graded } from './graded.ts';
import { confusedDeputy } from './policy/confused-deputy.ts';
import { openToEveryone } from './policy/open-to-everyone.ts';
import { wildcardActionsAllowed } from './policy/wildcard-actions-allowed.ts';
import type { Rule } from './rule.ts';

const STATEMENT_RULES = [openToEveryone, wildcardActionsAllowed, confusedDeputy];

/** What the policies of a resource let happen from now on. A policy that nobody can read counts as open. */
export const policyDangers: Rule = (change, { production }) => {
  if (!sets(change)) return [];
  return policiesOf(change).flatMap((pair) => dangersOf(pair, change, production));
};

function dangersOf(pair: PolicyPair, { type, kind: change }: ResourceChange, production: boolean): LocalFinding[] {
  const { after, path, kind } = pair;
  switch (after.state) {
    case 'absent':
      return [];
    case 'unknown':
      return [unknown(path, { production: production || change !== 'create' })];
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

/** What is new may wait for its own parts, and wants attention where nothing is protected. */
function unknown(path: string, where: { readonly production: boolean }): LocalFinding {
  return graded(where, 'policy-unknown', {
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
