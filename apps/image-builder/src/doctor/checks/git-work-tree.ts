import { ok } from '../check.ts';
import type { Check, MachineSubject } from '../check.ts';

export const gitWorkTree: Check<MachineSubject> = {
  name: 'git',
  run: async ({ world: { git, workspace } }) => {
    const { commit, branch, dirty } = await git.facts(workspace);
    const changes = dirty ? ', with changes that are not committed: tags get a suffix' : '';
    return ok(`${commit.slice(0, 12)} on '${branch}'${changes}`);
  },
};
