import { parseOverrides } from '@slipway/plan-review';
import type { Override } from '@slipway/plan-review';
import { Failure } from '../../failure.ts';
import type { Files } from '../../files/files.ts';

/** @param path none: no overrides. @throws Failure `unreadable-file`, `invalid-overrides` */
export async function readOverrides(path: string | undefined, files: Files): Promise<readonly Override[]> {
  if (path === undefined) return [];
  const parsed = parseOverrides(await files.read(path));
  if (parsed.overrides !== undefined) return parsed.overrides;
  throw new Failure({
    code: 'invalid-overrides',
    message: `'${path}' has no overrides that can be used: ${parsed.problem}`,
    fix: 'write { "overrides": [{ "rule", "resource", "reason", "expires": "2026-12-31" }] }, each with all four',
  });
}
