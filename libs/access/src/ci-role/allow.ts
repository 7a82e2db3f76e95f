import type { PolicyStatement } from '../policy/policy-document.ts';

export interface Permission {
  readonly actions: readonly string[];
  /** ARNs; none makes no statement. */
  readonly on: readonly string[];
  readonly when?: PolicyStatement['Condition'];
}

/** A statement, or none where there is nothing to allow it on. */
export function allow(title: string, { actions, on, when }: Permission): PolicyStatement[] {
  if (on.length === 0) return [];
  return [
    {
      Sid: `Allow${title}`,
      Effect: 'Allow',
      Action: actions,
      Resource: on,
      ...(when === undefined ? {} : { Condition: when }),
    },
  ];
}
