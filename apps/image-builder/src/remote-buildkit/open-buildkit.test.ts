import { expect, it } from '@jest/globals';
import { BuildKitImageEngine } from './buildkit-image-engine.ts';
import { BuildKitLocalStorage } from './buildkit-local-storage.ts';
import { machinePlatform, openBuildKit } from './open-buildkit.ts';

const options = {
  workspace: '/nowhere',
  credentialsOf: () => Promise.resolve(undefined),
  docker: { address: 'unix:///run/docker.sock', options: {} },
};

it('takes the BuildKit that BUILDKIT_HOST names, if it does', () => {
  expect(openBuildKit({}, options)).toBeUndefined();
  expect(openBuildKit({ BUILDKIT_HOST: '' }, options)).toBeUndefined();
  const opened = openBuildKit({ BUILDKIT_HOST: 'tcp://buildkit.test:1234' }, options);
  expect(opened?.engine).toBeInstanceOf(BuildKitImageEngine);
  expect(opened?.localStorage).toBeInstanceOf(BuildKitLocalStorage);
});

// the names of `docker build --platform`
it.each([
  ['x64', 'linux/amd64'],
  ['arm64', 'linux/arm64'],
])('builds for what a machine with %s would', (arch, platform) => {
  expect(machinePlatform(arch)).toBe(platform);
});
