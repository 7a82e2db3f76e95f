import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

const FIXTURES = join(import.meta.dirname, '..', '..', 'fixtures');

/** A plan that Terraform made in the local cloud (`fixtures/make-plans.ts`). */
export async function fixture(name: string): Promise<string> {
  return readFile(join(FIXTURES, `${name}.plan.json`), 'utf8');
}

/** The configuration in JSON that such a plan was made of. */
export async function fixtureConfiguration(name: string): Promise<string> {
  return readFile(join(FIXTURES, 'configs', name, 'after.tf.json'), 'utf8');
}

/** A plan that changes one resource, with these texts in it. */
export function planOf(change: {
  readonly address?: string;
  readonly type?: string;
  readonly actions?: readonly string[];
  readonly before?: object;
  readonly after?: object;
}): string {
  const { address = 'acme_thing.it', type = 'acme_thing', actions = ['update'], before = {}, after = {} } = change;
  return JSON.stringify({
    format_version: '1.2',
    planned_values: {},
    resource_changes: [{ address, type, mode: 'managed', change: { actions, before, after } }],
  });
}
