import ts from 'typescript';
import { parseClass, type ParsedClass } from './parse-class.ts';
import { parseInterface, type ParsedMember } from './parse-interface.ts';
import { parseStorage, type StoredAttribute } from './parse-storage.ts';

/** What one folder of the bindings says about its types, by name. */
export interface ParsedBindings {
  readonly classes: ReadonlyMap<string, ParsedClass>;
  readonly interfaces: ReadonlyMap<string, ReadonlyMap<string, ParsedMember>>;
  /** By structure name in lower case: the generator changes the case of the first letters. */
  readonly storage: ReadonlyMap<string, ReadonlyMap<string, StoredAttribute>>;
}

export function parseBindings(source: string): ParsedBindings {
  const file = ts.createSourceFile('bindings.ts', source, ts.ScriptTarget.ES2022, true);
  const { statements } = file;
  const classes = statements.filter(ts.isClassDeclaration).map(parseClass);
  const interfaces = statements.filter(ts.isInterfaceDeclaration);
  const functions = statements.filter(ts.isFunctionDeclaration);
  return {
    classes: new Map(classes.map((parsed) => [parsed.name, parsed])),
    interfaces: new Map(interfaces.map((node) => [node.name.text, parseInterface(node)])),
    storage: new Map(functions.flatMap(storageOfStructure)),
  };
}

const STORAGE_SUFFIX = 'ToHclTerraform';

function storageOfStructure(node: ts.FunctionDeclaration): [string, ReadonlyMap<string, StoredAttribute>][] {
  const name = node.name?.text ?? '';
  if (!name.endsWith(STORAGE_SUFFIX)) return [];
  return [[name.slice(0, -STORAGE_SUFFIX.length).toLowerCase(), parseStorage(node)]];
}
