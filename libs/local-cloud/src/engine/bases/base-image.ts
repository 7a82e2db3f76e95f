/** An image that containers are built from or run on, made of Debian packages. */
export interface BaseImage {
  readonly name: string;
  /** `minbase`: installed, with a package manager. `extract`: only unpacked, so nothing but files. */
  readonly variant: 'minbase' | 'extract';
  readonly packages: readonly string[];
  /** Script of this folder that finishes the root file system, which it gets as its argument. */
  readonly hook: string;
}

const buildBase: BaseImage = {
  name: 'slipway/python-build:bookworm',
  variant: 'minbase',
  packages: ['ca-certificates', 'python3', 'python3-venv'],
  hook: 'finish-build.sh',
};

const runtimeBase: BaseImage = {
  name: 'slipway/python-runtime:bookworm',
  variant: 'extract',
  packages: [
    'base-files',
    'ca-certificates',
    'libgomp1',
    'libpython3.11-stdlib',
    'libstdc++6',
    'netbase',
    'python3.11-minimal',
  ],
  hook: 'finish-runtime.sh',
};

/** What images are built with, and what they run on. */
export const baseImages = { build: buildBase, runtime: runtimeBase } as const;
