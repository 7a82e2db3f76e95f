/** A report as parts, so that terminal and Markdown show the same. Renderers alone make text safe: parts hold it as it came. */
export type Block = Heading | Paragraph | List | ReportTable;

export interface Heading {
  readonly kind: 'heading';
  readonly text: string;
}

export interface Paragraph {
  readonly kind: 'paragraph';
  readonly text: Inline;
}

export interface List {
  readonly kind: 'list';
  readonly items: readonly Inline[];
}

export interface ReportTable {
  readonly kind: 'table';
  readonly head: readonly string[];
  /** One cell for each column. Each entry of a cell stands on a line of its own. A row whose first cell is empty goes on with the one before. */
  readonly rows: readonly (readonly Cell[])[];
  /** Columns of numbers, by their place in `head`. @default none */
  readonly numbers?: readonly number[];
}

export type Cell = Inline | readonly Inline[];

/** Words, or text that is shown letter by letter, such as a tag. */
export type Inline = string | { readonly code: string };
