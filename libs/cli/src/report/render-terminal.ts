import Table from 'cli-table3';
import type { Block, Cell, Inline, ReportTable } from './block.ts';
import { visibleText } from './visible-text.ts';

/** A report for people at a terminal, without colours. */
export function renderTerminal(blocks: readonly Block[]): string {
  return `${blocks.map(blockText).join('\n\n')}\n`;
}

function blockText(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return visibleText(block.text);
    case 'paragraph':
      return inlineText(block.text);
    case 'list':
      return block.items.map((item) => `- ${inlineText(item)}`).join('\n');
    case 'table':
      return tableText(block);
    default:
      return block satisfies never;
  }
}

/**
 * A row of the library's table is one line here, and the rules between rows are put in afterwards: of a cell with several lines it
 * cuts characters off one by one, measuring the rest each time.
 */
function tableText({ head, rows, numbers = [] }: ReportTable): string {
  const table = new Table({
    head: head.map(visibleText),
    style: { head: [], border: [] },
    colAligns: head.map((_, column) => (numbers.includes(column) ? 'right' : 'left')),
    chars: { mid: '', 'left-mid': '', 'mid-mid': '', 'right-mid': '' },
  });
  const groups = joined(rows).map(linesOf);
  table.push(...groups.flat().map((line) => [...line]));
  const [top = '', ...drawn] = table.toString().split('\n');
  const heights = [1, ...groups.map(({ length }) => length)];
  return [top, ...withRules(drawn, { heights, rule: ruleLike(top) })].join('\n');
}

/** The lines of a row, each with its part of every cell. */
function linesOf(cells: readonly (readonly string[])[]): string[][] {
  return (cells[0] ?? []).map((_, line) => cells.map((cell) => cell[line] ?? ''));
}

/** @param heights lines of the head, and of each row; below the last one stands the border */
function withRules(
  lines: readonly string[],
  { heights, rule }: { readonly heights: readonly number[]; readonly rule: string },
): string[] {
  let at = 0;
  const parts = heights.map((height) => lines.slice(at, (at += height)).join('\n'));
  return [parts.join(`\n${rule}\n`), ...lines.slice(at)];
}

function ruleLike(top: string): string {
  return top.replaceAll('┌', '├').replaceAll('┬', '┼').replaceAll('┐', '┤');
}

/** Rows as lines of their cells. A row whose first cell is empty stands below the row before, without a rule between them. */
function joined(rows: ReportTable['rows']): (readonly string[])[][] {
  const all: (readonly string[])[][] = [];
  for (const row of rows) {
    const cells = evenly(row.map(cellLines));
    const before = all.at(-1);
    if (row[0] === '' && before !== undefined)
      all[all.length - 1] = before.map((cell, i) => [...cell, ...(cells[i] ?? [])]);
    else all.push(cells);
  }
  return all;
}

/** Cells of the same height, so that what follows below stays in line. */
function evenly(cells: readonly (readonly string[])[]): (readonly string[])[] {
  const height = Math.max(1, ...cells.map(({ length }) => length));
  return cells.map((lines) => [...lines, ...Array<string>(height - lines.length).fill('')]);
}

function cellLines(cell: Cell): readonly string[] {
  return (isLines(cell) ? cell : [cell]).map(inlineText);
}

function isLines(cell: Cell): cell is readonly Inline[] {
  return Array.isArray(cell);
}

function inlineText(inline: Inline): string {
  return visibleText(typeof inline === 'string' ? inline : inline.code);
}
