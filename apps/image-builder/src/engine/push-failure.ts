import { EngineError } from '../buildkit/engine-events.ts';
import { BrokenStream } from '../buildkit/json-lines.ts';
import { Failure } from '../failure.ts';
import type { FailureCode } from '../failure.ts';
import { redact } from '../secrets/redact.ts';

/** What a failed push means, read from the engine's words. Errors that are not the push's own are returned as they are. */
export function pushFailure(error: unknown, name: string): unknown {
  if (!(error instanceof EngineError || error instanceof BrokenStream)) return error;
  const { code, fix } = meaning(error.message);
  return new Failure({ code, message: `'${name}' was not pushed: ${redact(error.message)}`, fix, cause: error });
}

interface Meaning {
  readonly pattern: RegExp;
  readonly code: FailureCode;
  readonly fix: string;
}

const meanings: readonly Meaning[] = [
  {
    pattern: /immutable|tag.?invalid/i,
    code: 'tag-conflict',
    fix: 'commit the change and push again: a new commit gets a new tag; nothing was registered',
  },
  {
    pattern: /denied|unauthorized|no basic auth|authorization|forbidden/i,
    code: 'registry-denied',
    fix: 'log in to the account of the environment, with a role that may push to this repository',
  },
  {
    pattern: /name.?unknown|does not exist/i,
    code: 'repository-missing',
    fix: "deploy the environment first: 'npx cdktf deploy <environment>'",
  },
  {
    pattern: /connection (?:refused|reset)|\bEOF\b|timeout|timed out|broken pipe|no such host|is cut off/i,
    code: 'registry-unreachable',
    fix: 'check that the registry is reachable and push again: what arrived is not sent twice',
  },
];

function meaning(text: string): { readonly code: FailureCode; readonly fix: string } {
  const known = meanings.find(({ pattern }) => pattern.test(text));
  return known ?? { code: 'push-failed', fix: 'push again; if it fails again, look at the log of the Docker engine' };
}
