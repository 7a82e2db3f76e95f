import { Failure } from './failure.ts';

/** The failure of work that the user ended, such as by Ctrl-C. */
export function interrupted(cause?: unknown): Failure<'interrupted'> {
  return new Failure({
    code: 'interrupted',
    message: 'interrupted',
    fix: 'run the command again: nothing is left half done, and what was done is not done twice',
    cause,
  });
}
