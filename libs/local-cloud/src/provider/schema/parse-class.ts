import ts from 'typescript';
import { parseStorage, type StoredAttribute } from './parse-storage.ts';
import type { AttributeFlags } from './schema-block.ts';

/** A class of the bindings: a resource, a data source, the provider, or a reference to a nested block. */
export interface ParsedClass {
  readonly name: string;
  /** The class it extends, such as `cdktf.TerraformResource`. */
  readonly base: string;
  /** The Terraform type, such as `aws_ecr_repository`. */
  readonly terraformType: string | undefined;
  readonly attributes: ReadonlyMap<string, ClassAttribute>;
  readonly storage: ReadonlyMap<string, StoredAttribute>;
}

export interface ClassAttribute {
  readonly flags: AttributeFlags;
  /** The text of the first accessor, which says how the value is read. */
  readonly getter: string;
  /** The list of structures behind the accessor, if it reads one. */
  readonly structures: StructureList | undefined;
}

export interface StructureList {
  /** The structure's name, such as `DataAwsEcrRepositoryEncryptionConfiguration`. */
  readonly structure: string;
  readonly isSet: boolean;
}

export function parseClass(node: ts.ClassDeclaration): ParsedClass {
  return {
    name: node.name?.text ?? '',
    base: node.heritageClauses?.[0]?.types[0]?.getText() ?? '',
    terraformType: terraformType(node),
    attributes: classAttributes(node),
    storage: new Map(node.members.filter(isStorageMethod).flatMap((method) => [...parseStorage(method)])),
  };
}

function isStorageMethod(member: ts.ClassElement): member is ts.MethodDeclaration {
  return ts.isMethodDeclaration(member) && member.name.getText() === 'synthesizeHclAttributes';
}

function terraformType(node: ts.ClassDeclaration): string | undefined {
  const properties = node.members.filter(ts.isPropertyDeclaration);
  const declared = properties.find((property) => property.name.getText() === 'tfResourceType');
  return declared?.initializer?.getText().replace(/['"]/g, '');
}

// A comment such as "// kms_key - computed: true, optional: true, required: false" opens each attribute's members.
const FLAGS = /\/\/ (\S+) - computed: (true|false), optional: (true|false), required: (true|false)/;

function classAttributes(node: ts.ClassDeclaration): ReadonlyMap<string, ClassAttribute> {
  const attributes = new Map<string, ClassAttribute>();
  node.members.forEach((member, index) => {
    const found = FLAGS.exec(member.getFullText().slice(0, member.getLeadingTriviaWidth()));
    if (found?.[1] === undefined) return;
    const getter = node.members.slice(index).find(ts.isGetAccessorDeclaration)?.getText() ?? '';
    attributes.set(found[1], { flags: flagsOf(found), getter, structures: structureList(member) });
  });
  return attributes;
}

function flagsOf([, , computed, optional, required]: RegExpExecArray): AttributeFlags {
  return { computed: computed === 'true', optional: optional === 'true', required: required === 'true' };
}

// Such as "private _rule = new FooRuleList(this, "rule", false);": the flag tells a set from a list.
const STRUCTURES = /= new (\w+)List\(this, "\w+", (true|false)\)/;

function structureList(member: ts.ClassElement): StructureList | undefined {
  const [, structure, isSet] = STRUCTURES.exec(member.getText()) ?? [];
  return structure === undefined ? undefined : { structure, isSet: isSet === 'true' };
}
