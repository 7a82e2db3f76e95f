import { join } from 'node:path';

/** What `npx image-builder` starts, for tests that run the command as a process of its own. */
export const PROGRAM = join(import.meta.dirname, '..', '..', 'bin', 'image-builder.ts');
