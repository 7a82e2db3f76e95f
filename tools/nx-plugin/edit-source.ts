import type { Tree } from '@nx/devkit';
import ts from 'typescript';

/** Replaces one piece of a source, found by its syntax. @throws Error when the file has no such piece */
export function editNode(
  tree: Tree,
  file: string,
  edit: {
    readonly find: (node: ts.Node) => boolean;
    readonly replace: (text: string) => string;
    readonly what: string;
  },
): void {
  const text = tree.read(file, 'utf8') ?? '';
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const node = ts.forEachChild(source, (child) => firstNode(child, edit.find));
  if (node === undefined)
    throw new Error(`"${file}" has no ${edit.what}\nfix: write it as the other files of its kind do`);
  const [from, to] = [node.getStart(source), node.getEnd()];
  tree.write(file, text.slice(0, from) + edit.replace(node.getText(source)) + text.slice(to));
}

/** Puts a line after the last import. */
export function addImport(tree: Tree, file: string, line: string): void {
  const text = tree.read(file, 'utf8') ?? '';
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const last = source.statements.filter(ts.isImportDeclaration).at(-1)?.getEnd() ?? 0;
  tree.write(
    file,
    `${text.slice(0, last)}${last === 0 ? '' : '\n'}${line}${last === 0 ? '\n' : ''}${text.slice(last)}`,
  );
}

/** Adds a property to the object that a constant holds. */
export function addToConstant(tree: Tree, file: string, addition: { constant: string; property: string }): void {
  editNode(tree, file, {
    what: `constant "${addition.constant}" with an object`,
    find: (node) => ts.isObjectLiteralExpression(node) && constantOf(node) === addition.constant,
    replace: (text) => `${text.slice(0, -1).trimEnd().replace(/,$/, '')}, ${addition.property} }`,
  });
}

/** The constant that an object is written for, through `as const` and `satisfies`. */
function constantOf(node: ts.Node): string | undefined {
  const { parent } = node;
  if (ts.isAsExpression(parent) || ts.isSatisfiesExpression(parent)) return constantOf(parent);
  return ts.isVariableDeclaration(parent) ? parent.name.getText() : undefined;
}

function firstNode(node: ts.Node, find: (node: ts.Node) => boolean): ts.Node | undefined {
  if (find(node)) return node;
  return ts.forEachChild(node, (child) => firstNode(child, find));
}
