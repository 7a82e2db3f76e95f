import type { LocalFinding } from '@slipway/findings';
import { oneOf, unknownKeys, type JsonObject } from './json-object.ts';
import { combination, misshapen } from './shape-finding.ts';

const KEYS = ['tagStatus', 'tagPrefixList', 'tagPatternList', 'storageClass', 'countType', 'countUnit', 'countNumber'];
const COUNT_TYPES = ['imageCountMoreThan', 'sinceImagePushed', 'sinceImagePulled', 'sinceImageTransitioned'];

/** What keeps an object from being a selection. */
export function selectionProblems(path: string, selection: JsonObject): LocalFinding[] {
  const { tagStatus, storageClass, countType, countNumber } = selection;
  return [
    ...unknownKeys(path, selection, KEYS),
    ...oneOf(`${path} / tagStatus`, tagStatus, ['tagged', 'untagged', 'any']),
    ...listProblems(path, selection),
    ...oneOf(`${path} / storageClass`, storageClass, ['standard', 'archive', undefined]),
    ...oneOf(`${path} / countType`, countType, COUNT_TYPES),
    ...unitProblems(path, selection),
    ...(typeof countNumber === 'number'
      ? []
      : [misshapen(`${path} / countNumber`, countNumber, 'a whole number from 1')]),
  ];
}

function listProblems(path: string, { tagStatus, tagPrefixList, tagPatternList }: JsonObject): LocalFinding[] {
  const lists = Object.entries({ tagPrefixList, tagPatternList }).filter(([, list]) => list !== undefined);
  const problems = lists
    .filter(([, list]) => !isTextList(list))
    .map(([key, list]) => misshapen(`${path} / ${key}`, list, 'a list of at least one text'));
  if (tagStatus === 'tagged' && lists.length === 0) {
    problems.push(combination(path, '"tagged" has no list of tags', 'give a tagPatternList or a tagPrefixList'));
  }
  if (tagStatus !== 'tagged' && lists.length > 0) {
    problems.push(combination(path, 'a list of tags stands beside a status other than "tagged"', 'drop it'));
  }
  if (lists.length > 1) {
    problems.push(combination(path, '"tagPrefixList" and "tagPatternList" exclude each other', 'use one of them'));
  }
  return problems;
}

function isTextList(list: unknown): boolean {
  return Array.isArray(list) && list.length > 0 && list.every((entry) => typeof entry === 'string');
}

function unitProblems(path: string, { countType, countUnit }: JsonObject): LocalFinding[] {
  if (countType === 'imageCountMoreThan' && countUnit !== undefined) {
    return [
      combination(
        `${path} / countUnit`,
        '"imageCountMoreThan" counts images, and has a "countUnit"',
        'leave the unit out',
      ),
    ];
  }
  const isAge = typeof countType === 'string' && countType.startsWith('since');
  return isAge ? oneOf(`${path} / countUnit`, countUnit, ['days']) : [];
}
