import { afterEach, describe, expect, it } from '@jest/globals';
import { removeFolder, temporaryFolder } from '../testing/temporary-folder.ts';
import { nxAffected } from './nx-affected.ts';

let workspace = '';
afterEach(async () => {
  await removeFolder(workspace);
});
const { signal } = new AbortController();

/** A workspace whose nx is this script. The real one is asked by commands/publish/publish.e2e.test.ts. */
async function affectedBy(script: string): Promise<readonly string[]> {
  workspace = await temporaryFolder({ 'node_modules/.bin/nx': `#!/bin/sh\n${script}\n` });
  return nxAffected(workspace, signal)();
}

describe('nxAffected', () => {
  it("reads the names, and asks for projects with an image by Nx's own base", async () => {
    expect(
      await affectedBy(`[ "$*" = "show projects --affected --with-target image --json" ] && echo '["server"]'`),
    ).toEqual(['server']);
  });

  it("passes on why Nx can't tell", async () => {
    await expect(affectedBy("echo 'fatal: bad revision main' >&2; exit 1")).rejects.toMatchObject({
      code: 'affected-unknown',
      message: expect.stringContaining('fatal: bad revision main') as unknown,
    });
  });

  it.each(['nothing', '{}', '[1]'])('takes %s for no list of names', async (text) => {
    await expect(affectedBy(`echo '${text}'`)).rejects.toMatchObject({ code: 'affected-unknown' });
  });

  it('says that the user ended it', async () => {
    workspace = await temporaryFolder({ 'node_modules/.bin/nx': '#!/bin/sh\nexec sleep 60\n' });
    const affected = nxAffected(workspace, AbortSignal.timeout(200));
    await expect(affected()).rejects.toMatchObject({ code: 'interrupted' });
  });

  it('says that a base is no commit', async () => {
    workspace = await temporaryFolder();
    await expect(nxAffected(workspace, signal)('main')).rejects.toMatchObject({
      code: 'git-unusable',
      message: `there is no commit 'main' in '${workspace}' to compare with`,
    });
  });
});
