import { expect, it } from '@jest/globals';
import * as localCloud from './index.ts';

it('is what others may use', () => {
  expect(Object.keys(localCloud).sort()).toMatchInlineSnapshot(`
   [
     "CloudError",
     "anyAccountKey",
     "cloudEnvironment",
     "cloudStatus",
     "downCloud",
     "readState",
     "upCloud",
     "workspaceCloud",
   ]
  `);
});
