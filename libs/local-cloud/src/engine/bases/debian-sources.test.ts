import { expect, it } from '@jest/globals';
import { sourceLines } from './debian-sources.ts';

const signedBy = '[signed-by=/usr/share/keyrings/debian-archive-keyring.gpg]';

it('asks for bookworm where this machine gets its own Debian packages', () => {
  const targets = `http://deb.example/debian/ trixie main Debian
http://deb.example/debian/ trixie-updates main Debian
http://deb.example/debian/ trixie contrib Debian
http://sec.example/debian-security/ trixie-security main Debian
https://docker.example/linux/debian/ trixie stable Docker
http://deb.example/debian/ trixie main Debian`;
  expect(sourceLines(targets)).toEqual([
    `deb ${signedBy} http://deb.example/debian/ bookworm main`,
    `deb ${signedBy} http://deb.example/debian/ bookworm-updates main`,
    `deb ${signedBy} http://sec.example/debian-security/ bookworm-security main`,
  ]);
});

it('finds nothing on another distribution', () => {
  expect(sourceLines('http://archive.example/ubuntu/ noble main Ubuntu')).toEqual([]);
});
