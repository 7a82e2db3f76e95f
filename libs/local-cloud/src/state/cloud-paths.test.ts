import { expect, it } from '@jest/globals';
import { cloudPaths } from './cloud-paths.ts';

it('keeps sockets beside the state where their addresses fit', () => {
  expect(cloudPaths('/home/me/shop/.slipway/local-cloud').run).toBe('/home/me/shop/.slipway/local-cloud/run');
});

it('keeps them in a short folder of their own where they do not', () => {
  const long = `/home/${'x'.repeat(80)}`;
  const { run } = cloudPaths(long);
  expect(`${run}/exec/containerd/containerd-debug.sock`.length).toBeLessThan(108);
  expect(run).not.toBe(cloudPaths(`${long}y`).run);
});
