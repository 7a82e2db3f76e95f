import { actionsOf } from '@slipway/access';
import type { AccessLevel } from '@slipway/access';
import { describePrincipal } from './describe-principal.ts';
import type { ReadCondition, ReadStatement } from './statement.ts';

/** Who is told of, and of what. */
export interface AccessContext {
  /** Name of the identity whose policy it is, such as `role ci`. @default the principals of the statements */
  readonly who?: string;
  /** What the policy is of, such as `mlops/retail-api`. @default the resources of the statements */
  readonly target?: string;
}

/** One thing that somebody may do from now on, or not any more. */
export interface AccessChange {
  /** Such as `role ci of 111122223333 can now push to mlops/retail-api`. */
  readonly text: string;
  /** Whether somebody may do more. */
  readonly widens: boolean;
}

/** What one policy lets be done that the other does not, and the other way round. */
export function accessChanges(
  before: readonly ReadStatement[],
  after: readonly ReadStatement[],
  context: AccessContext,
): AccessChange[] {
  const old = accessesOf(before, context);
  const fresh = accessesOf(after, context);
  const keys = [...new Set([...old.keys(), ...fresh.keys()])];
  return keys.flatMap((key) => {
    const [was, is] = [old.get(key), fresh.get(key)];
    const { subject, effect } = is ?? was ?? EMPTY;
    const allows = effect === 'Allow';
    const [begins, ends] = allows ? ['can now', 'can no longer'] : ['is now denied to', 'is no longer denied to'];
    const gained = phrases(is, was).map((phrase) => ({ text: `${subject} ${begins} ${phrase}`, widens: allows }));
    const lost = phrases(was, is).map((phrase) => ({ text: `${subject} ${ends} ${phrase}`, widens: !allows }));
    return [...gained, ...lost];
  });
}

interface Access {
  readonly subject: string;
  readonly effect: 'Allow' | 'Deny';
  readonly target: string;
  readonly when: string;
  readonly actions: Set<string>;
}

const EMPTY: Access = { subject: '', effect: 'Allow', target: '', when: '', actions: new Set() };

/** What each principal may do with the same things under the same conditions. */
function accessesOf(statements: readonly ReadStatement[], context: AccessContext): Map<string, Access> {
  const accesses = new Map<string, Access>();
  for (const statement of statements)
    for (const subject of subjectsOf(statement, context)) {
      const { effect, conditions } = statement;
      const target = context.target ?? targetOf(statement);
      const when = whenOf(conditions);
      const key = JSON.stringify([subject, effect, target, when]);
      const access = accesses.get(key) ?? { subject, effect, target, when, actions: new Set<string>() };
      for (const action of statement.actions)
        access.actions.add(statement.allButActions ? `everything but ${action}` : action);
      accesses.set(key, access);
    }
  return accesses;
}

function subjectsOf({ principals, allButPrincipals }: ReadStatement, { who }: AccessContext): readonly string[] {
  if (principals.length === 0) return [who ?? 'whoever has this policy'];
  const words = principals.map(describePrincipal);
  return allButPrincipals ? [`everyone but ${words.join(' and ')}`] : words;
}

function targetOf({ resources, allButResources }: ReadStatement): string {
  const names = resources.map((resource) => resource.replace(/^arn:[^:]*:ecr:[^:]*:\d*:repository\//, ''));
  const shown = names.length > 4 ? [...names.slice(0, 4), `${names.length - 4} more`] : names;
  if (names.length === 0) return 'it';
  return `${allButResources ? 'everything but ' : ''}${shown.map((name) => (name === '*' ? 'everything' : name)).join(', ')}`;
}

function whenOf(conditions: readonly ReadCondition[]): string {
  if (conditions.length === 0) return '';
  return ` if ${conditions.map(({ operator, key, values }) => `${key} ${operator} ${values.join(' or ')}`).join(' and ')}`;
}

const LEVELS: readonly (readonly [AccessLevel, string])[] = [
  ['push', 'push to'],
  ['pull', 'pull from'],
];

/** What `access` has and `other` lacks: whole levels by their names, other actions by theirs. */
function phrases(access: Access | undefined, other: Access | undefined): string[] {
  if (access === undefined) return [];
  const extra = [...access.actions].filter((action) => other?.actions.has(action) !== true).sort();
  const levels = LEVELS.filter(([level]) => covers(access.actions, level) && !covers(other?.actions, level));
  const named = new Set(levels.flatMap(([level]) => actionsOf(level)));
  const single = extra.filter((action) => !named.has(action));
  const { target, when } = access;
  const verbs = levels.map(([, words]) => words);
  return [
    ...(verbs.length === 0 ? [] : [`${verbs.join(' and ')} ${target}${when}`]),
    ...(single.length === 0 ? [] : [`use ${single.map(actionWords).join(', ')} on ${target}${when}`]),
  ];
}

function covers(actions: ReadonlySet<string> | undefined, level: AccessLevel): boolean {
  return actions !== undefined && actionsOf(level).every((action) => actions.has(action));
}

function actionWords(action: string): string {
  return action === '*' ? 'every action' : action.endsWith(':*') ? `every action of ${action.slice(0, -2)}` : action;
}
