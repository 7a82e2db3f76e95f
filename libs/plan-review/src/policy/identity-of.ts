import { readText } from '../change/read-value.ts';
import type { ResourceChange } from '../plan/plan.ts';

/** Who has the policy that a resource is or attaches, such as `role ci`. */
export function identityOf(change: ResourceChange): string {
  for (const kind of ['role', 'user', 'group']) {
    const name = nameOf(change, kind);
    if (name !== undefined) return `${kind} ${name}`;
  }
  return `whoever has ${nameOf(change, 'name') ?? change.address}`;
}

/** A text of the resource, as it will be or, else, as it was. */
export function nameOf({ before, after }: ResourceChange, attribute: string): string | undefined {
  return readText(after, attribute) ?? readText(before, attribute);
}
