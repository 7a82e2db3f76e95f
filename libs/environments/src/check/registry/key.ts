import { keyPolicy, policySize, type Principal } from '@slipway/access';
import { error, under, type LocalFinding } from '@slipway/findings';
import type { KeySpec } from '../../spec/key-spec.ts';
import { within } from '../finding/within.ts';
import type { Place } from '../place.ts';
import { principalFindings } from '../settings/principal-findings.ts';

const WINDOW_DAYS = { least: 7, most: 30 };
const ROTATION_DAYS = { least: 90, most: 2560 };
/** `alias/` is part of the 256 characters. */
const ALIAS = /^(?!aws\/)[a-zA-Z0-9/_-]{1,250}$/;
const MOST_POLICY_BYTES = 32_768;

/** The key of a registry. */
export function key({ registry, environment }: Place): LocalFinding[] {
  if (registry.key === undefined) return [];
  return under('key', [
    ...alias(registry.key),
    ...window(registry.key),
    ...rotation(registry.key),
    ...principals('administrators', registry.key.administrators),
    ...principals('users', registry.key.users),
    ...policy(registry.key, { account: environment.account, region: registry.region }),
  ]);
}

function alias(spec: KeySpec): LocalFinding[] {
  if (ALIAS.test(spec.alias)) return [];
  return [
    error('key-alias', {
      path: 'alias',
      message: `"${spec.alias}" can't be the name of a key alias`,
      fix: 'use at most 250 letters, digits and / _ -, without "alias/", not beginning with "aws/"',
      source: 'KMS API reference, CreateAlias: AliasName',
    }),
  ];
}

function window({ deletionWindowDays }: KeySpec): LocalFinding[] {
  if (within(deletionWindowDays, WINDOW_DAYS)) return [];
  return [
    error('key-deletion-window', {
      message: `the deletion window is "${deletionWindowDays}" days`,
      fix: `use ${WINDOW_DAYS.least} to ${WINDOW_DAYS.most}`,
      source: 'KMS API reference, ScheduleKeyDeletion: PendingWindowInDays',
    }),
  ];
}

function rotation({ rotationPeriodDays }: KeySpec): LocalFinding[] {
  if (rotationPeriodDays === undefined || within(rotationPeriodDays, ROTATION_DAYS)) return [];
  return [
    error('key-rotation-period', {
      message: `the key rotates every "${rotationPeriodDays}" days`,
      fix: `use ${ROTATION_DAYS.least} to ${ROTATION_DAYS.most}, or leave rotationPeriodDays out for a year`,
      source: 'KMS API reference, EnableKeyRotation: RotationPeriodInDays',
    }),
  ];
}

function principals(list: 'administrators' | 'users', given: readonly Principal[] | undefined): LocalFinding[] {
  if (given === undefined) return [];
  return under(list, given.length === 0 ? [nobody(list)] : given.flatMap((one) => principalFindings(one)));
}

function nobody(list: 'administrators' | 'users'): LocalFinding {
  return error('key-principals-empty', {
    message: `is "[]", which would not mean nobody: the account's identity policies decide then`,
    fix: `name at least one, or leave ${list} out`,
    source: 'KMS developer guide, "Default key policy"',
  });
}

interface KeyPlace {
  readonly account: string;
  readonly region: string;
}

function policy({ administrators = [], users = [] }: KeySpec, place: KeyPlace): LocalFinding[] {
  const size = policySize(keyPolicy({ ...place, administrators, users }));
  if (size <= MOST_POLICY_BYTES) return [];
  return [
    error('key-policy-size', {
      message: `the key policy would have "${size}" characters; KMS takes ${MOST_POLICY_BYTES}`,
      fix: 'name organization(...) or awsAccount(...) instead of many roles',
      source: 'KMS API reference, PutKeyPolicy: Policy',
    }),
  ];
}
