import type { InstalledPackage } from './installed-package.ts';

/** The package that a file of core metadata is about (PyPA, core metadata specifications); undefined without name and version. */
export function parsePythonMetadata(text: string, path: string): InstalledPackage | undefined {
  const head = text.split(/\r?\n/);
  const end = head.indexOf('');
  const fields = new Map(head.slice(0, end < 0 ? head.length : end).flatMap(field));
  const [name, version, license] = ['name', 'version', 'license-expression'].map((key) => fields.get(key));
  if (name === undefined || version === undefined) return undefined;
  return { kind: 'pypi', name, version, path, ...(license === undefined ? {} : { license }) };
}

function field(line: string): [string, string][] {
  const { name, value } = /^(?<name>[^\s:]+):\s*(?<value>.*?)\s*$/.exec(line)?.groups ?? {};
  return name === undefined || value === undefined || value === '' ? [] : [[name.toLowerCase(), value]];
}
