import type { PolicyDocument, RuleDocument } from '../model/policy-document.ts';
import { describeRule, describeSelection } from '../render/describe-rule.ts';

/** One difference between the rules of two policies. */
export interface RuleChange {
  readonly change: 'added' | 'removed' | 'changed' | 'moved';
  /** In words, such as `tagged v*: keep the newest 10 -> 5`. */
  readonly description: string;
}

/**
 * What differs between two policies, rule by rule. Rules are the same one when they are about the same images and act alike; their
 * own descriptions and the numbers of their priorities don't matter, the order does.
 */
export function compareRules(before: PolicyDocument, after: PolicyDocument): RuleChange[] {
  const old = byIdentity(before);
  const fresh = byIdentity(after);
  const removed = [...old].filter(([key]) => !fresh.has(key)).map(([, rule]) => one('removed', describeRule(rule)));
  const added = [...fresh].filter(([key]) => !old.has(key)).map(([, rule]) => one('added', describeRule(rule)));
  return [...removed, ...added, ...countChanges(old, fresh), ...orderChanges(old, fresh)];
}

type Rules = ReadonlyMap<string, RuleDocument>;

function one(change: RuleChange['change'], description: string): RuleChange {
  return { change, description };
}

function byIdentity({ rules }: PolicyDocument): Rules {
  return new Map([...rules].sort((a, b) => a.rulePriority - b.rulePriority).map((rule) => [identity(rule), rule]));
}

/** Lists are sets: ECR reads them as AND. */
function identity({ selection, action }: RuleDocument): string {
  const { tagStatus, tagPrefixList = [], tagPatternList = [], countType, storageClass = 'standard' } = selection;
  const lists = [[...tagPrefixList].sort(), [...tagPatternList].sort()];
  return JSON.stringify([tagStatus, ...lists, countType, storageClass, action.type]);
}

function countChanges(old: Rules, fresh: Rules): RuleChange[] {
  return [...fresh].flatMap(([key, rule]) => {
    const from = old.get(key)?.selection.countNumber;
    const to = rule.selection.countNumber;
    if (from === undefined || from === to) return [];
    return [one('changed', `${describeSelection(rule.selection)}: ${counted(rule)} ${from} -> ${to}`)];
  });
}

function counted({ selection: { countType }, action }: RuleDocument): string {
  const verb = action.type === 'expire' ? 'expire' : 'archive';
  switch (countType) {
    case 'imageCountMoreThan':
      return 'keep the newest';
    case 'sinceImagePushed':
      return `${verb} by days after the push`;
    case 'sinceImagePulled':
      return `${verb} by days without a pull`;
    case 'sinceImageTransitioned':
      return `${verb} by days in the archive`;
    default:
      return countType satisfies never;
  }
}

/** Rules that both have, in another order: a rule shields images from those after it, so order is meaning. */
function orderChanges(old: Rules, fresh: Rules): RuleChange[] {
  const common = (rules: Rules, other: Rules) => [...rules.keys()].filter((key) => other.has(key));
  const [was, is] = [common(old, fresh), common(fresh, old)];
  return is.flatMap((key, index) => {
    const rule = fresh.get(key);
    if (rule === undefined || was[index] === key) return [];
    return [
      one('moved', `${describeRule(rule)}: ${place(was.indexOf(key))} -> ${place(index)} of the rules that stay`),
    ];
  });
}

function place(index: number): string {
  return `number ${index + 1}`;
}
