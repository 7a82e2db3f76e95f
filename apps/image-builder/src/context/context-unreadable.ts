import { Failure } from '../failure.ts';

/** @param problem what is wrong with it, as the end of the sentence that its path begins */
export function unreadable(path: string, problem: string, cause?: unknown): Failure {
  return new Failure({
    code: 'context-unreadable',
    message: `'${path}' in the build context ${problem}`,
    fix: 'make it readable, or name it in .dockerignore',
    cause,
  });
}

/** The image would be of other contents than those that were hashed, and its inputs hash a lie. */
export function changed(path: string, cause?: unknown): Failure {
  return new Failure({
    code: 'context-unreadable',
    message: `'${path}' in the build context was changed while it was sent to the engine`,
    fix: 'let nothing write into the build context meanwhile, or name what is written in .dockerignore, and build again',
    cause,
  });
}
