import { expect, it } from '@jest/globals';
import { packageUrl } from './package-url.ts';

const debian = { id: 'debian', version: '12' };

/** The right side is as the purl specification and its examples of the types have it. */
it.each([
  [
    { kind: 'deb', name: 'curl', version: '7.50.3-1', architecture: 'i386' },
    'pkg:deb/debian/curl@7.50.3-1?arch=i386&distro=debian-12',
  ],
  [
    { kind: 'deb', name: 'libstdc++6', version: '1:12.2.0-14+deb12u1' },
    'pkg:deb/debian/libstdc%2B%2B6@1:12.2.0-14%2Bdeb12u1?distro=debian-12',
  ],
  [{ kind: 'deb', name: 'a', version: '1~rc1' }, 'pkg:deb/debian/a@1~rc1?distro=debian-12'],
  [{ kind: 'pypi', name: 'Django_allauth', version: '12.23' }, 'pkg:pypi/django-allauth@12.23'],
  [{ kind: 'pypi', name: 'zope.interface', version: '5.0+local' }, 'pkg:pypi/zope-interface@5.0%2Blocal'],
] as const)('names %j', (found, url) => {
  expect(packageUrl({ ...found, path: 'p' }, debian)).toBe(url);
});

it('leaves out a distribution that is not known', () => {
  expect(packageUrl({ kind: 'deb', name: 'a', version: '1', path: 'p' }, undefined)).toBe('pkg:deb/debian/a@1');
});
