import ts from 'typescript';

/** A property of a configuration interface. */
export interface ParsedMember {
  readonly optional: boolean;
  /** Whether the documentation calls it a block; an attribute of object type is none. */
  readonly isBlock: boolean;
}

/** The members of a configuration interface by Terraform name, which only their documentation gives. */
export function parseInterface(node: ts.InterfaceDeclaration): ReadonlyMap<string, ParsedMember> {
  return new Map(node.members.filter(ts.isPropertySignature).flatMap(parseMember));
}

const DOCUMENTED_NAME = /\{@link \S+#(\w+) \w+#\1\}/;

function parseMember(member: ts.PropertySignature): [string, ParsedMember][] {
  const documentation = member.getFullText().slice(0, member.getLeadingTriviaWidth());
  const name = DOCUMENTED_NAME.exec(documentation)?.[1];
  if (name === undefined) return [];
  const isBlock = documentation.split('\n').some((line) => line.trim() === `* ${name} block`);
  return [[name, { optional: member.questionToken !== undefined, isBlock }]];
}
