import type { InstalledPackage } from './installed-package.ts';

/**
 * The packages that dpkg's database holds as installed (dpkg(1), package states; deb-control(5) for the form).
 * Files of `status.d` hold one package each, without a state.
 */
export function parseDpkgStatus(text: string, path: string): InstalledPackage[] {
  const stanzas = text.split(/\n(?:[ \t]*\n)+/).map(fieldsOf);
  return stanzas.flatMap((fields) => {
    const [name, version, status] = ['package', 'version', 'status'].map((field) => fields.get(field));
    if (name === undefined || version === undefined || !isInstalled(status)) return [];
    const architecture = fields.get('architecture');
    return [{ kind: 'deb', name, version, path, ...(architecture === undefined ? {} : { architecture }) }];
  });
}

/** What was wanted, whether there was an error, and the state. */
function isInstalled(status: string | undefined): boolean {
  return status === undefined || status.split(/\s+/)[2] === 'installed';
}

/** The first lines of the fields, by their names in lower case; the lines that go on a field begin with a space. */
function fieldsOf(stanza: string): Map<string, string> {
  const lines = stanza.split('\n').map((line) => /^(?<name>[^\s:]+):\s*(?<value>.*?)\s*$/.exec(line)?.groups);
  return new Map(lines.flatMap((line) => (line ? [[line['name']?.toLowerCase() ?? '', line['value'] ?? '']] : [])));
}
