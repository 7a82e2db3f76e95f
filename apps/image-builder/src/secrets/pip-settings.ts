/** pip's settings by option name without dashes before it, such as `index-url`. */
export type PipSettings = Readonly<Record<string, string>>;

/** The settings in a pip configuration file that hold for `pip install`. */
export function parsePipConfig(text: string): PipSettings {
  const sections: Record<string, Record<string, string>> = { global: {}, install: {} };
  let section: Record<string, string> = {};
  let last = '';
  for (const line of text.split(/\r?\n/)) {
    const [, header] = /^\[([^\]]+)\]/.exec(line) ?? [];
    const [, key, value = ''] = /^([A-Za-z0-9_-]+)\s*[=:]\s*(.*)$/.exec(line) ?? [];
    if (/^\s*([#;]|$)/.test(line)) continue;
    if (header !== undefined) section = sections[header] ?? {};
    else if (key !== undefined) {
      last = optionName(key);
      section[last] = value.trim();
    } else if (/^\s/.test(line) && last in section) section[last] = `${section[last] ?? ''}\n${line.trim()}`.trim();
  }
  return { ...sections['global'], ...sections['install'] };
}

/** The settings in pip's environment variables, such as PIP_INDEX_URL. */
export function pipEnvironment(env: Readonly<Record<string, string | undefined>>): PipSettings {
  const named = Object.entries(env).filter(
    ([name, value]) => /^PIP_[A-Z]/.test(name) && value !== undefined && value !== '',
  );
  return Object.fromEntries(named.map(([name, value]) => [optionName(name.slice('PIP_'.length)), value ?? '']));
}

/**
 * The part of the settings that says how to reach a package index, as a configuration file; undefined when there is none.
 * Paths stay out: they are paths of the host and mean nothing in a build.
 */
export function indexConfig(settings: PipSettings): string | undefined {
  const kept = INDEX_OPTIONS.flatMap((name) => {
    const value = name === 'find-links' ? addresses(settings[name]) : settings[name];
    return value === undefined || value === '' ? [] : [`${name} = ${value.split(/\s+/).join('\n    ')}`];
  });
  return kept.length === 0 ? undefined : ['[global]', ...kept, ''].join('\n');
}

const INDEX_OPTIONS = [
  'index-url',
  'extra-index-url',
  'trusted-host',
  'find-links',
  'proxy',
  'timeout',
  'retries',
] as const;

const OTHER_NAMES: PipSettings = { 'default-timeout': 'timeout', 'pypi-url': 'index-url' };

function optionName(key: string): string {
  const name = key.toLowerCase().replaceAll('_', '-');
  return OTHER_NAMES[name] ?? name;
}

function addresses(value = ''): string {
  return value
    .split(/\s+/)
    .filter((word) => word.includes('://'))
    .join(' ');
}
