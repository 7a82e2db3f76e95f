import type { AccessRow, MatrixAction } from '@slipway/access';
import type { Finding } from '@slipway/findings';
import type { Block, Cell } from '@slipway/cli';
import type { AccessReport, LiveComparison } from './access-report.ts';

/** The report for people: the matrix, what has to be known beside it, and where the registry differs. */
export function formatAccess(report: AccessReport): Block[] {
  const { environment, account, rows, nobodyElse, publicRepositories, live } = report;
  return [
    { kind: 'heading', text: `Access to the repositories of ${environment} (account ${account})` },
    ...(rows.length === 0 ? [paragraph('No principal of the specs that was asked for has access.')] : matrix(rows)),
    paragraph(`${nobodyElse.statement} ${nobodyElse.note}`),
    ...(publicRepositories.length === 0
      ? []
      : [paragraph(`Everyone can pull from the public repositories: ${publicRepositories.join(', ')}.`)]),
    ...(live === undefined ? [] : comparison(live)),
  ];
}

function paragraph(text: string): Block {
  return { kind: 'paragraph', text };
}

const HEAD = ['region', 'repository', 'principal', 'pull', 'push', 'read', 'through', 'note'];

/** Notes are long and come again and again: the table holds their numbers. */
function matrix(rows: readonly AccessRow[]): Block[] {
  const notes = [...new Set(rows.flatMap(({ note }) => (note === undefined ? [] : [note])))];
  const cells = rows.map((row, index) => matrixRow(row, { before: rows[index - 1], notes }));
  const table: Block = { kind: 'table', head: HEAD, rows: cells };
  const list: Block = { kind: 'list', items: notes.map((note, index) => `note ${index + 1}: ${note}`) };
  return notes.length === 0 ? [table] : [table, list];
}

interface RowContext {
  readonly before: AccessRow | undefined;
  readonly notes: readonly string[];
}

function matrixRow(row: AccessRow, { before, notes }: RowContext): Cell[] {
  const { region, repository, principal, actions, through, note } = row;
  const isSame = before?.repository === repository && before.region === region;
  return [
    isSame ? '' : region,
    isSame ? '' : repository,
    principal,
    ...(['pull', 'push', 'read'] as const).map((action) => mark(actions, action)),
    through,
    note === undefined ? '' : String(notes.indexOf(note) + 1),
  ];
}

function mark(actions: readonly MatrixAction[], action: MatrixAction): string {
  return actions.includes(action) ? 'yes' : '';
}

function comparison({ compared, findings }: LiveComparison): Block[] {
  const heading: Block = { kind: 'heading', text: 'Policies in force' };
  const counted = `${compared} ${compared === 1 ? 'policy' : 'policies'} compared`;
  if (findings.length === 0) return [heading, paragraph(`${counted}: all are as the specs say.`)];
  return [heading, paragraph(`${counted}:`), { kind: 'list', items: findings.map(findingLine) }];
}

function findingLine({ severity, path, message, rule, fix }: Finding): string {
  return `${severity}: ${path}: ${message} [${rule}]; fix: ${fix}`;
}
