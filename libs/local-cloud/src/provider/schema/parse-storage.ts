import ts from 'typescript';

/** How the bindings write an attribute to HCL: the only place where they tell lists from sets. */
export interface StoredAttribute {
  readonly isBlock: boolean;
  /** Whether the bindings take an array: a block that may stand only once is a plain object to them. */
  readonly isRepeated: boolean;
  /** `simple`, `list`, `set`, `map` or `struct`. */
  readonly type: string;
  /** Such as `string`, `stringList`, `numberMap`, or the name of a structure. */
  readonly storageClass: string;
}

/** Reads the `attrs` table of a function that writes HCL; empty when it has none. */
export function parseStorage(node: ts.Node): ReadonlyMap<string, StoredAttribute> {
  const table = findTable(node);
  return new Map(table?.properties.filter(ts.isPropertyAssignment).flatMap(storedAttribute));
}

function findTable(node: ts.Node): ts.ObjectLiteralExpression | undefined {
  if (ts.isVariableDeclaration(node) && node.name.getText() === 'attrs') {
    return node.initializer && ts.isObjectLiteralExpression(node.initializer) ? node.initializer : undefined;
  }
  return ts.forEachChild(node, findTable);
}

function storedAttribute(property: ts.PropertyAssignment): [string, StoredAttribute][] {
  if (!ts.isObjectLiteralExpression(property.initializer)) return [];
  const fields = new Map(property.initializer.properties.filter(ts.isPropertyAssignment).map(textOfField));
  const stored = {
    isBlock: fields.get('isBlock') === 'true',
    isRepeated: fields.get('value')?.startsWith('cdktf.listMapperHcl(') ?? false,
    type: fields.get('type') ?? '',
    storageClass: fields.get('storageClassType') ?? '',
  };
  return [[unquoted(property.name.getText()), stored]];
}

function textOfField(field: ts.PropertyAssignment): [string, string] {
  return [field.name.getText(), unquoted(field.initializer.getText())];
}

function unquoted(text: string): string {
  return text.replace(/^['"]|['"]$/g, '');
}
