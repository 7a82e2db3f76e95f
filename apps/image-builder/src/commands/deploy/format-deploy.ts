import type { Block } from '@slipway/cli';
import type { DeployReport } from './deploy-report.ts';

/** The report for people. */
export function formatDeploy(report: DeployReport): Block[] {
  const { container, environment, where, reference, previous } = report;
  return [
    { kind: 'heading', text: `${container} in ${environment}: ${resultWords(report)}` },
    {
      kind: 'table',
      head: ['what', 'value'],
      rows: [
        ['where', where],
        ['image', { code: reference }],
        ['before', previous === undefined ? 'nothing' : { code: previous }],
      ],
    },
  ];
}

function resultWords({ action, dryRun }: DeployReport): string {
  if (action === 'keep') return 'nothing to do';
  return dryRun ? 'would be deployed' : 'deployed';
}
