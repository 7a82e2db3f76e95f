import type { ReadCondition, ReadStatement } from './statement.ts';

/** Keys that tie a request to somebody's account, organisation, resource or network (IAM user guide, "The meaning of public"). */
const TYING_KEYS = [
  'aws:principalaccount',
  'aws:principalarn',
  'aws:principalorgid',
  'aws:principalorgpaths',
  'aws:sourceaccount',
  'aws:sourcearn',
  'aws:sourceorgid',
  'aws:sourceorgpaths',
  'aws:sourceowner',
  'aws:sourcevpc',
  'aws:sourcevpce',
  'aws:userid',
  'kms:calleraccount',
];

/** Keys that say for whose resource a service works (IAM user guide, "The confused deputy problem"). */
const DEPUTY_KEYS = ['aws:sourceaccount', 'aws:sourcearn', 'aws:sourceorgid', 'aws:sourceorgpaths', 'aws:sourceowner'];

/** Whether the statement lets in everyone of AWS, or everyone at all: no condition ties them to somebody. */
export function isOpenToEveryone(statement: ReadStatement): boolean {
  if (statement.effect !== 'Allow') return false;
  const everyone = statement.allButPrincipals || statement.principals.some((one) => one.endsWith(' *'));
  return everyone && !isTied(statement, TYING_KEYS);
}

/** Services that the statement lets in without asking for whose resource they work. */
export function untiedServices(statement: ReadStatement): readonly string[] {
  if (statement.effect !== 'Allow' || isTied(statement, DEPUTY_KEYS)) return [];
  return statement.principals.filter((one) => one.startsWith('Service ')).map((one) => one.slice('Service '.length));
}

/** Actions of an Allow that are whole services, or everything. */
export function wildcardActions({ effect, actions, allButActions }: ReadStatement): readonly string[] {
  if (effect !== 'Allow') return [];
  if (allButActions) return [`everything but ${actions.join(', ')}`];
  return actions.filter((action) => /^[\w*?-]*:?\*+$/.test(action));
}

/** Whether an Allow is everything on everything, but for what it names. */
export function isAdministrator({ effect, actions, resources, ...but }: ReadStatement): boolean {
  const everyAction = but.allButActions || actions.some((action) => /^\*+(:\*+)?$/.test(action));
  const everyResource = but.allButResources || resources.some((resource) => /^(arn:[\w*-]*:)?[*:]+$/.test(resource));
  return effect === 'Allow' && everyAction && everyResource;
}

function isTied({ conditions }: ReadStatement, keys: readonly string[]): boolean {
  return conditions.some((condition) => keys.includes(condition.key.toLowerCase()) && bites(condition));
}

/** A condition that a request without the key passes, or nearly every value, ties nobody. */
function bites({ operator, values }: ReadCondition): boolean {
  const isPositive = /^(ForAnyValue:)?(String(Equals|EqualsIgnoreCase|Like)|Arn(Equals|Like))$/.test(operator);
  return isPositive && values.length > 0 && values.every(isFixed);
}

/** No wildcard, or one within an account or an organisation (IAM user guide, "The meaning of public"). */
function isFixed(value: string): boolean {
  return !/[*?]/.test(value) || /^arn:[^:]*:[^:]*:[^:]*:\d{12}:/.test(value) || /^o-[a-z0-9]{10,32}\//.test(value);
}
