import { createHash } from 'node:crypto';
import { chmod, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { draftPrefix } from './draft-name.ts';
import { orMissing } from './or-missing.ts';
import { appliedName, removeOldApplied } from './remove-old-applied.ts';
import { removeOrphanedDrafts } from './remove-orphaned-drafts.ts';
import type { SavedPlans } from './saved-plans.ts';

const PLAN = 'plan.tfplan';
const JSON_PLAN = 'plan.json';
const RECORD = 'record.json';
const PRIVATE_FOLDER = 0o700;
const PRIVATE_FILE = 0o600;

/** Plans in `<root>/<environment>`, the last applied ones in `<root>/applied`. */
export function diskSavedPlans(root: string): SavedPlans {
  const applied = join(root, 'applied');
  const folderOf = (environment: string) => join(root, environment);
  return {
    async withDraft(environment, work) {
      await makePrivate(root);
      await removeOrphanedDrafts(root);
      await removeOldApplied(applied);
      // mkdtemp makes it for this user alone.
      const folder = await mkdtemp(join(root, draftPrefix(environment)));
      try {
        return await work({ planFile: resolve(folder, PLAN) });
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    },
    async digest(planFile) {
      return createHash('sha256')
        .update(await readFile(planFile))
        .digest('hex');
    },
    async save(environment, { planFile }, { json, record }) {
      const draft = dirname(planFile);
      await chmod(planFile, PRIVATE_FILE);
      await writeFile(join(draft, JSON_PLAN), json, { mode: PRIVATE_FILE });
      await writeFile(join(draft, RECORD), record, { mode: PRIVATE_FILE });
      await rm(folderOf(environment), { recursive: true, force: true });
      await rename(draft, folderOf(environment));
      return folderOf(environment);
    },
    async find(environment) {
      const folder = folderOf(environment);
      const record = await orMissing(readFile(join(folder, RECORD), 'utf8'));
      return record === undefined ? undefined : { record, planFile: resolve(folder, PLAN) };
    },
    async claim(environment, at) {
      const aside = join(applied, appliedName(environment, at));
      await makePrivate(applied);
      const moved = await orMissing(rename(folderOf(environment), aside).then(() => true));
      return moved === undefined ? undefined : resolve(aside, PLAN);
    },
  };
}

/** The folders above it are for everybody, as they were: `mode` would count for all that are made. */
async function makePrivate(folder: string): Promise<void> {
  await mkdir(dirname(folder), { recursive: true });
  await mkdir(folder, { recursive: true, mode: PRIVATE_FOLDER });
}
