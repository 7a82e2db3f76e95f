import type { Block } from '@slipway/cli';
import type { RollbackReport } from './run-rollback.ts';

/** The report for people. */
export function formatRollback(report: RollbackReport): Block[] {
  const { container, environment, dryRun, digest, previous, tags, movedTags, result } = report;
  return [
    {
      kind: 'heading',
      text: `Rollback of ${container} in ${environment}${dryRun ? ' (dry run: nothing was changed)' : ''}`,
    },
    {
      kind: 'table',
      head: ['', 'image'],
      rows: [
        ['result', result],
        ['back to', { code: digest }],
        ['tags', tags.map((tag) => ({ code: tag }))],
        ['left', { code: previous }],
        ['moved tags', movedTags.length === 0 ? 'none' : movedTags.map((tag) => ({ code: tag }))],
      ],
    },
    ...next(report),
  ];
}

/** The registry and the ledger say what is released; what runs changes by a deployment. */
function next({ result, container, environment, digest }: RollbackReport): Block[] {
  if (result !== 'rolled-back') return [];
  const code = `image-builder deploy ${container} --env ${environment} --digest ${digest}`;
  return [
    { kind: 'paragraph', text: 'What runs is not changed yet. Deploy it next:' },
    { kind: 'list', items: [{ code }] },
  ];
}
