import { error, warning } from '@slipway/findings';
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

function dangersOf(pair: PolicyPair, change: ResourceChange, production: boolean): LocalFinding[] {
  const { after, path, kind } = pair;
  const { type } = change;
  switch (after.state) {
    case 'absent':
      return [];
    case 'unknown':
      return [unknown(pair, change, { production: production || change.kind !== 'create' })];
    case 'unreadable':
      return [unreadable(path)];
    case 'read':
      return [
        ...waiting(path, after.awaits ?? []),
        ...newStatements(pair, after.statements).flatMap((statement) =>
          STATEMENT_RULES.flatMap((rule) => rule(statement, { kind, type })),
        ),
      ];
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
function unknown(
  { path }: PolicyPair,
  { configured }: ResourceChange,
  where: { readonly production: boolean },
): LocalFinding {
  const references = (configured?.references(path) ?? []).filter((one) => one.endsWith('.arn'));
  const why = references.length === 0 ? 'or hidden' : `as it refers to ${named(references)}`;
  return graded(where, 'policy-unknown', {
    message: `"${path}" is only known after the apply, ${why}: it may let in anyone`,
    fix: 'write names and accounts down instead of reading them from resources that are not there yet, or give the configuration along with the plan (--configuration)',
  });
}

/** Everything is known but the ARNs of resources that this plan makes itself. */
function waiting(path: string, references: readonly string[]): LocalFinding[] {
  if (references.length === 0) return [];
  return [
    warning('policy-unknown', {
      message: `"${path}" waits for ${named(references)}; the rest of it was read from the configuration`,
      fix: 'check that these resources are meant',
    }),
  ];
}

function named(references: readonly string[]): string {
  const shown = references.slice(0, 5);
  return references.length > shown.length
    ? `${shown.join(', ')} and ${references.length - shown.length} more`
    : shown.join(', ');
}

function unreadable(path: string): LocalFinding {
  return error('policy-unknown', {
    message: `"${path}" is no policy that this program can read: it may let in anyone`,
    fix: "write it in the form of IAM's grammar of policies",
  });
}
