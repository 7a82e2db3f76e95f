import { createHash } from 'node:crypto';
import type { SavedPlans } from '../saved-plans/saved-plans.ts';

/** Plans in memory. `files` has their content by path. */
export function memorySavedPlans(): SavedPlans & { readonly files: Map<string, string> } {
  const files = new Map<string, string>();
  const saved = new Map<string, { readonly record: string; readonly planFile: string }>();
  let drafts = 0;
  return {
    files,
    async withDraft(environment, work) {
      drafts += 1;
      return await work({ planFile: `/plans/${environment}-${drafts}` });
    },
    digest: (planFile) =>
      Promise.resolve(
        createHash('sha256')
          .update(files.get(planFile) ?? '')
          .digest('hex'),
      ),
    save(environment, { planFile }, { json, record }) {
      saved.set(environment, { record, planFile });
      files.set(`${planFile}.json`, json);
      return Promise.resolve(`/plans/${environment}`);
    },
    find: (environment) => Promise.resolve(saved.get(environment)),
    claim(environment) {
      const plan = saved.get(environment);
      saved.delete(environment);
      return Promise.resolve(plan?.planFile);
    },
  };
}
