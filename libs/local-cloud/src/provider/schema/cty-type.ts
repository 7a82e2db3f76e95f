/** The types that attributes of the served types have, written as Terraform writes them in JSON. */
export type CtyType = CtyPrimitive | CtyCollectionType | CtyObjectType;

export type CtyPrimitive = 'string' | 'number' | 'bool';

export type CtyCollectionType = readonly ['list' | 'set' | 'map', CtyPrimitive | CtyObjectType];

export type CtyObjectType = readonly ['object', Readonly<Record<string, CtyType>>];
