import type { LocalFinding } from '@slipway/findings';
import { isObject, oneOf, unknownKeys, type JsonObject } from './json-object.ts';
import { selectionProblems } from './selection-problems.ts';
import { combination, misshapen } from './shape-finding.ts';

/** What keeps a value from being a rule. Numbers are only looked at for being numbers: their limits are lint's. */
export function ruleProblems(path: string, rule: unknown): LocalFinding[] {
  if (!isObject(rule)) return [misshapen(path, rule, 'an object')];
  const { rulePriority, description, selection, action } = rule;
  return [
    ...unknownKeys(path, rule, ['rulePriority', 'description', 'selection', 'action']),
    ...(typeof rulePriority === 'number'
      ? []
      : [misshapen(`${path} / rulePriority`, rulePriority, 'a whole number from 1')]),
    ...(description === undefined || typeof description === 'string'
      ? []
      : [misshapen(`${path} / description`, description, 'a text')]),
    ...(isObject(selection)
      ? selectionProblems(`${path} / selection`, selection)
      : [misshapen(`${path} / selection`, selection, 'an object')]),
    ...(isObject(action) ? actionProblems(path, action) : [misshapen(`${path} / action`, action, 'an object')]),
    ...(isObject(selection) && isObject(action) ? togetherProblems(path, selection, action) : []),
  ];
}

function actionProblems(path: string, action: JsonObject): LocalFinding[] {
  const { type, targetStorageClass } = action;
  return [
    ...unknownKeys(`${path} / action`, action, ['type', 'targetStorageClass']),
    ...oneOf(`${path} / action / type`, type, ['expire', 'transition']),
    ...(type === 'transition' ? oneOf(`${path} / action / targetStorageClass`, targetStorageClass, ['archive']) : []),
    ...(type === 'expire' && targetStorageClass !== undefined
      ? [
          combination(
            `${path} / action / targetStorageClass`,
            'has a "targetStorageClass" and expires',
            'leave it out, or use "transition"',
          ),
        ]
      : []),
  ];
}

function togetherProblems(path: string, { countType, storageClass }: JsonObject, { type }: JsonObject): LocalFinding[] {
  const problems: LocalFinding[] = [];
  const add = (part: string, message: string, fix: string) =>
    problems.push(combination(`${path} / ${part}`, message, fix));
  if (countType === 'sinceImagePulled' && type === 'expire') {
    add(
      'action / type',
      '"sinceImagePulled" expires',
      'use "transition": ECR archives what nobody pulls, and does not delete it',
    );
  }
  if (countType === 'sinceImageTransitioned' && type === 'transition') {
    add('action / type', '"sinceImageTransitioned" transitions', 'use "expire": the images are in the archive already');
  }
  if (countType === 'sinceImageTransitioned' && storageClass !== 'archive') {
    add(
      'selection / storageClass',
      '"sinceImageTransitioned" is about standard storage',
      'set "storageClass" to "archive"',
    );
  }
  if (storageClass === 'archive' && countType !== 'sinceImageTransitioned') {
    add(
      'selection / storageClass',
      'the storage class "archive" goes with "sinceImageTransitioned" alone',
      'use that, or leave the class out',
    );
  }
  return problems;
}
