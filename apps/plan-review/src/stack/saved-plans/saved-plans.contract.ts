import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import type { SavedPlans } from './saved-plans.ts';

export interface SavedPlansSubject {
  readonly plans: SavedPlans;
  /** Writes as Terraform would. */
  readonly write: (planFile: string, content: string) => Promise<void>;
}

const AT = new Date('2026-11-26T12:00:00Z');
const PAPERS = { json: '{}', record: 'record' };

type Open = () => Promise<SavedPlansSubject>;

/** What every kind of saved plans does. */
export function savedPlansContract(name: string, open: Open): void {
  onePlanContract(name, open);
  describe(name, () => {
    it('has no plan before one is saved', async () => {
      const { plans } = await open();
      expect([await plans.find('prod'), await plans.claim('prod', AT)]).toEqual([undefined, undefined]);
    });

    it('finds what was saved, for that environment alone', async () => {
      const { plans } = await saved(open, 'plan');
      const found = await plans.find('prod');
      expect(found?.record).toBe('record');
      expect(await plans.digest(found?.planFile ?? '')).toBe(digestOf('plan'));
      expect(await plans.find('dev')).toBeUndefined();
    });

    it('keeps the newest alone', async () => {
      const { plans, write } = await saved(open, 'old');
      await plans.withDraft('prod', async (draft) => {
        await write(draft.planFile, 'new');
        await plans.save('prod', draft, { ...PAPERS, record: 'newer' });
      });
      const found = await plans.find('prod');
      expect([found?.record, await plans.digest(found?.planFile ?? '')]).toEqual(['newer', digestOf('new')]);
    });
  });
}

/** Whatever becomes of a plan, there is one or none. */
function onePlanContract(name: string, open: Open): void {
  describe(name, () => {
    it('keeps nothing of a draft that was not saved, and the plan that was there', async () => {
      const { plans, write } = await saved(open, 'plan');
      const failing = plans.withDraft('prod', async (draft) => {
        await write(draft.planFile, 'half');
        throw new Error('ended');
      });
      await expect(failing).rejects.toThrow('ended');
      const found = await plans.find('prod');
      expect(await plans.digest(found?.planFile ?? '')).toBe(digestOf('plan'));
    });

    it('lets one take a plan, and nobody find it afterwards', async () => {
      const { plans } = await saved(open, 'plan');
      const taken = await Promise.all([plans.claim('prod', AT), plans.claim('prod', AT)]);
      const [file, ...others] = taken.filter((path) => path !== undefined);
      expect(others).toEqual([]);
      expect(await plans.digest(file ?? '')).toBe(digestOf('plan'));
      expect(await plans.find('prod')).toBeUndefined();
    });
  });
}

async function saved(open: Open, content: string): Promise<SavedPlansSubject> {
  const subject = await open();
  await subject.plans.withDraft('prod', async (draft) => {
    await subject.write(draft.planFile, content);
    await subject.plans.save('prod', draft, PAPERS);
  });
  return subject;
}

function digestOf(content: string): string {
  return createHash('sha256').update(content).digest('hex');
}
