import { describe, expect, it } from '@jest/globals';
import { Spec, Validation } from '@cyclonedx/cyclonedx-library';
import type { Digest } from '@slipway/images';
import { cycloneDx } from './cyclone-dx.ts';
import type { ImageContents } from './image-contents.ts';

const digest: Digest = `sha256:${'a'.repeat(64)}`;
const subject = { repository: 'shop/api', digest };
const contents: ImageContents = {
  packages: [
    { kind: 'pypi', name: 'zope.interface', version: '5', path: 'venv/lib/z.dist-info/METADATA', license: 'ZPL-2.1' },
    { kind: 'deb', name: 'libc6', version: '2.36', architecture: 'amd64', path: 'var/lib/dpkg/status' },
    { kind: 'pypi', name: 'packaging', version: '24', path: 'venv/lib/p.dist-info/METADATA' },
    { kind: 'pypi', name: 'packaging', version: '24', path: 'venv/lib/setuptools/_vendor/p.dist-info/METADATA' },
  ],
  distribution: { id: 'debian', version: '12' },
  hasDpkg: true,
};
const empty: ImageContents = { packages: [], distribution: undefined, hasDpkg: false };

describe('cycloneDx', () => {
  it.each([
    ['an image of both kinds', contents],
    ['an image without anything', empty],
  ])("fits CycloneDX's own strict schema: %s", async (_, image) => {
    const validator = new Validation.JsonStrictValidator(Spec.Version.v1dot6);
    expect(await validator.validate(JSON.stringify(cycloneDx(subject, image)))).toBeNull();
  });

  it('is noticed by that schema when it is wrong', async () => {
    const validator = new Validation.JsonStrictValidator(Spec.Version.v1dot6);
    const wrong = JSON.stringify({ ...cycloneDx(subject, contents), serialNumber: 'urn:uuid:1', extra: true });
    expect(await validator.validate(wrong)).not.toBeNull();
  });

  it('is the same for the same image, in whatever order its files came', () => {
    const turned = { ...contents, packages: [...contents.packages].reverse() };
    expect(JSON.stringify(cycloneDx(subject, turned))).toBe(JSON.stringify(cycloneDx(subject, contents)));
  });

  it('has a serial number of its own for every image and content', () => {
    const other = { ...subject, digest: `sha256:${'b'.repeat(64)}` } as const;
    const documents = [cycloneDx(subject, contents), cycloneDx(other, contents), cycloneDx(subject, empty)];
    expect(new Set(documents.map(({ serialNumber }) => serialNumber)).size).toBe(3);
    // RFC 9562, 5.8
    for (const { serialNumber } of documents)
      expect(serialNumber).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it('lists a package once for each place that it stands in', () => {
    const { components } = cycloneDx(subject, contents) as unknown as { components: { name: string; purl: string }[] };
    expect(components.map(({ name }) => name)).toEqual(['debian', 'libc6', 'packaging', 'packaging', 'zope.interface']);
    expect(components[4]).toMatchObject({
      purl: 'pkg:pypi/zope-interface@5',
      licenses: [{ expression: 'ZPL-2.1' }],
      evidence: { occurrences: [{ location: '/venv/lib/z.dist-info/METADATA' }] },
    });
  });

  it('says that it is incomplete where the image has no package database', () => {
    expect(cycloneDx(subject, empty)['compositions']).toMatchObject([{ aggregate: 'incomplete' }]);
    expect(cycloneDx(subject, contents)['compositions']).toMatchObject([{ aggregate: 'unknown' }]);
  });
});
