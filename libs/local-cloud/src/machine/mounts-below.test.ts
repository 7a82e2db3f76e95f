import { expect, it } from '@jest/globals';
import { mountsBelow } from './mounts-below.ts';

// The form of proc(5): id, parent, device, root, mount point, options.
const table = `22 1 254:0 / / rw
90 22 0:4 net:[1] /cloud/run/exec/netns/default rw
91 22 0:5 / /cloud/engine rw
92 91 0:5 / /cloud/engine/overlay2/a\\040b/merged rw
93 22 0:5 / /cloudy rw`;

it('finds mounts inside folders, inner ones first and each once', () => {
  expect(mountsBelow(['/cloud', '/cloud/run'], table)).toEqual([
    '/cloud/run/exec/netns/default',
    '/cloud/engine/overlay2/a b/merged',
    '/cloud/engine',
  ]);
});

it('finds nothing beside them', () => {
  expect(mountsBelow(['/elsewhere'], table)).toEqual([]);
});
