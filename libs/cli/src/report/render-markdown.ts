import type { Block, Cell, Inline, ReportTable } from './block.ts';
import { markdownCode, markdownWords } from './markdown-text.ts';

/** A report as GitHub's Markdown, for pull requests and step summaries. */
export function renderMarkdown(blocks: readonly Block[]): string {
  return `${blocks.map(blockText).join('\n\n')}\n`;
}

function blockText(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `## ${markdownWords(block.text)}`;
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

function tableText({ head, rows, numbers = [] }: ReportTable): string {
  const rule = head.map((_, column) => (numbers.includes(column) ? '---:' : '---'));
  return [head.map(markdownWords), rule, ...rows.map((row) => row.map(cellText))].map(rowText).join('\n');
}

function rowText(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function cellText(cell: Cell): string {
  return (isLines(cell) ? cell : [cell]).map(inCell).join('<br>');
}

function isLines(cell: Cell): cell is readonly Inline[] {
  return Array.isArray(cell);
}

/** A table takes `\|` for the character in code spans, too (GitHub Flavored Markdown, "Tables"). */
function inCell(inline: Inline): string {
  return typeof inline === 'string' ? inlineText(inline) : inlineText(inline).replaceAll('|', String.raw`\|`);
}

function inlineText(inline: Inline): string {
  return typeof inline === 'string' ? markdownWords(inline) : markdownCode(inline.code);
}
