import { codes, markdownTables, type TableRow } from '../docs/markdown-tables.ts';
import type { Change } from './make-change.ts';

/** What a row of the table in docs/affected.md says. */
export interface AffectedRow {
  readonly change: Change;
  /** Tasks that run, in order. */
  readonly tasks: readonly string[];
}

const CHANGE = 'if this changes';
/** Targets that a column is about; a project in its cell means those of them that it has. */
const COLUMNS = {
  'lint, typecheck, test': ['lint', 'typecheck', 'test'],
  synth: ['synth'],
  'plan, deploy': ['plan', 'deploy'],
  image: ['image'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** Every target of the table. */
export const TARGETS = Object.values(COLUMNS).flat();

/** @param known every task of the workspace, such as `dev:synth` */
export function affectedRows(page: string, known: ReadonlySet<string>): AffectedRow[] {
  return markdownTables(page)
    .filter((row) => CHANGE in row)
    .map((row) => ({ change: changeOf(row[CHANGE] ?? ''), tasks: tasksOf(row, known) }));
}

/** `file`, `file` removed, or another version of `package` in `file`. */
function changeOf(cell: string): Change {
  const [first = '', second] = codes(cell);
  if (second !== undefined) return { file: second, kind: { updated: first } };
  return { file: first, kind: cell.endsWith('removed') ? 'removed' : 'edited' };
}

function tasksOf(row: TableRow, known: ReadonlySet<string>): string[] {
  return Object.entries(COLUMNS)
    .flatMap(([column, targets]) => codes(row[column]).flatMap((word) => expanded(word, targets, known)))
    .sort();
}

/** `server` means each target of the column, `server:lint` one, `*` every project in TypeScript. */
function expanded(word: string, targets: readonly string[], known: ReadonlySet<string>): string[] {
  const [project = '', only] = word.split(':');
  const wanted = only === undefined ? targets : [only];
  const tasks = [...known].filter((task) => {
    const [owner = '', target = ''] = task.split(':');
    return wanted.includes(target) && (project === '*' ? isTypeScript(owner, known) : project === owner);
  });
  if (tasks.length === 0) throw new Error(`"${word}" in docs/affected.md is no task: name projects that nx shows`);
  return tasks;
}

/** Containers have their type check, too. */
function isTypeScript(project: string, known: ReadonlySet<string>): boolean {
  return known.has(`${project}:typecheck`) && !known.has(`${project}:image`);
}
