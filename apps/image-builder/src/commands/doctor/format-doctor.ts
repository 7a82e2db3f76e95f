import type { Block } from '@slipway/cli';
import type { DoctorReport } from './run-doctor.ts';

/** The report for people: a row for each check. */
export function formatDoctor({ environment, checks }: DoctorReport): Block[] {
  const rows = checks.map((check) => [check.status, check.name, check.message, check.status === 'ok' ? '' : check.fix]);
  const heading = environment === undefined ? 'This machine' : `This machine, and ${environment}`;
  return [
    { kind: 'heading', text: heading },
    { kind: 'table', head: ['result', 'check', 'what was found', 'fix'], rows },
  ];
}
