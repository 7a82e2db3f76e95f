import type { CtyObject } from '../../wire/cty-value.ts';

/** What an imported ARN tells: besides the id, the region that the thing is in. */
export function importedArn(arn: string): CtyObject {
  const region = arn.split(':')[3] ?? '';
  return region === '' ? { id: arn } : { id: arn, region };
}
