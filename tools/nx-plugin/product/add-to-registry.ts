import type { Tree } from '@nx/devkit';
import ts from 'typescript';
import { addImport, editNode } from '../edit-source.ts';

interface Addition {
  /** Of the product and its file. */
  readonly name: string;
  /** Of its function. */
  readonly propertyName: string;
  readonly region: string;
}

/** Declares a product's repositories in the registry of a region of one spec. @throws Error when the spec has none there */
export function addToRegistry(tree: Tree, file: string, { name, propertyName, region }: Addition): void {
  editNode(tree, file, {
    what: `registry in "${region}" with repositories`,
    find: (node) => isRepositoriesOf(node, region),
    replace: (text) => `[${listed(text)}, ...${propertyName}(settings)]`,
  });
  addImport(tree, file, `import { ${propertyName} } from './products/${name}.ts';`);
}

/** Whether it is the value of `repositories`, beside `region: '<region>'`. */
function isRepositoriesOf(node: ts.Node, region: string): boolean {
  const { parent } = node;
  if (!ts.isPropertyAssignment(parent) || parent.initializer !== node || parent.name.getText() !== 'repositories')
    return false;
  return parent.parent.properties.some(
    (property) =>
      ts.isPropertyAssignment(property) &&
      property.name.getText() === 'region' &&
      ts.isStringLiteral(property.initializer) &&
      property.initializer.text === region,
  );
}

/** `[...a, ...b]` without its brackets, or `...a` for a single call. */
function listed(text: string): string {
  return text.startsWith('[') ? text.slice(1, -1).trimEnd().replace(/,$/, '') : `...${text}`;
}
