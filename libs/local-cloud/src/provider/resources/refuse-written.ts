import { isList, type CtyObject, type CtyValue } from '../wire/cty-value.ts';

/** Refuses a plan that has a value for one of the attributes or blocks, and says what to do instead. */
export function refuseWritten(planned: CtyObject, { names, instead }: Unknown): string | undefined {
  const written = names.find((name) => isWritten(planned[name]));
  return written && `the stand-in provider does not know "${written}": ${instead}`;
}

interface Unknown {
  readonly names: readonly string[];
  readonly instead: string;
}

function isWritten(value: CtyValue | undefined): boolean {
  if (isList(value)) return value.length > 0;
  return value === true || typeof value === 'number' || (typeof value === 'string' && value !== '');
}
