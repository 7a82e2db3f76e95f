/** The types that attributes of the served resources have, written as Terraform writes them in JSON. */
export type CtyType = CtyPrimitive | readonly ['list' | 'set' | 'map', CtyPrimitive];

export type CtyPrimitive = 'string' | 'number' | 'bool';
