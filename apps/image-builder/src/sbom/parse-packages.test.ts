import { describe, expect, it } from '@jest/globals';
import { parseDpkgStatus } from './parse-dpkg-status.ts';
import { parseOsRelease } from './parse-os-release.ts';
import { parsePythonMetadata } from './parse-python-metadata.ts';

describe('parseDpkgStatus', () => {
  const status = `Package: libc6
Status: install ok installed
Architecture: amd64
Multi-Arch: same
Version: 2.36-9+deb12u9
Depends: libgcc-s1
Description: GNU C Library: Shared libraries
 Version: 1.0 is a line of the description
 .
 Package: nor is this

Package: removed
Status: deinstall ok config-files
Architecture: all
Version: 1

Package: held
Status: hold ok installed
Architecture: all
Version: 1:2

Package: broken
Status: install ok half-installed
Version: 1
`;

  it('reads what is installed, and nothing that is half installed or removed', () => {
    const path = 'var/lib/dpkg/status';
    expect(parseDpkgStatus(status, path)).toEqual([
      { kind: 'deb', name: 'libc6', version: '2.36-9+deb12u9', architecture: 'amd64', path },
      { kind: 'deb', name: 'held', version: '1:2', architecture: 'all', path },
    ]);
  });

  it('takes the one package of a file in status.d, which has no state', () => {
    const text = 'Package: tzdata\nVersion: 2024a\nArchitecture: all\n';
    expect(parseDpkgStatus(text, 'p')).toEqual([
      { kind: 'deb', name: 'tzdata', version: '2024a', architecture: 'all', path: 'p' },
    ]);
  });

  it('reads nothing from an empty file', () => {
    expect(parseDpkgStatus('', 'p')).toEqual([]);
  });
});

describe('parsePythonMetadata', () => {
  it('reads the head, not the description below it', () => {
    const text = 'Metadata-Version: 2.4\nName: Flask_RESTful\nVersion: 1.0\nLicense-Expression: MIT\n\nName: other\n';
    expect(parsePythonMetadata(text, 'p')).toEqual({
      kind: 'pypi',
      name: 'Flask_RESTful',
      version: '1.0',
      license: 'MIT',
      path: 'p',
    });
  });

  it('takes line ends of any system, and a file without a description', () => {
    expect(parsePythonMetadata('Name: a\r\nVersion: 1\r\n\r\nVersion: 2', 'p')).toMatchObject({ version: '1' });
    expect(parsePythonMetadata('Name: a\nVersion: 1', 'p')).toMatchObject({ name: 'a' });
  });

  it('finds no package without a version', () => {
    expect(parsePythonMetadata('Name: a\n', 'p')).toBeUndefined();
  });
});

it.each([
  ['ID=debian\nVERSION_ID="12"\n', { id: 'debian', version: '12' }],
  ["PRETTY_NAME=x\nID='ubuntu'\nVERSION_ID='24.04'", { id: 'ubuntu', version: '24.04' }],
  ['ID=arch\n', { id: 'arch', version: undefined }],
  ['NAME=x\n', undefined],
])('reads %j', (text, distribution) => {
  expect(parseOsRelease(text)).toEqual(distribution);
});
