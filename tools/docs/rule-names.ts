import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where rules are that check a limit. */
const FOLDERS = [
  'libs/environments/src/check',
  'libs/access/src/principal',
  'libs/lifecycle/src',
  'libs/ecr-module/src',
];
/** A rule is named where its finding is made, or where its name is handed to what makes it. */
const NAMED = /\b(?<by>error|warning|atMost)\(\s*'(?<name>[a-z-]+)'|\brule: '(?<other>[a-z-]+)'/g;
const JOINED = /\b(?<by>error|warning)\(`(?<beginning>[a-z-]+)\$\{(?<variable>\w+)\}`/g;
/** What neither of them reads: a name that is put together or handed on in another way. */
const UNREADABLE = /\b(?:error|warning)\((?!\s*'|\s*rule\b|`[a-z-]+\$\{\w+\}`).*/g;

/** The rules of the code with their severities, which are none where only the caller of a function knows them. */
export function ruleNames(root: string): Map<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const text of sources(root)) {
    for (const [name, severity] of [...named(text), ...joined(text)]) {
      const severities = found.get(name) ?? new Set();
      if (severity === 'error' || severity === 'warning') severities.add(severity);
      found.set(name, severities);
    }
  }
  return found;
}

/** Calls that make a finding and don't say plainly of which rule. */
export function unreadableRules(root: string): string[] {
  return sources(root).flatMap((text) => [...text.matchAll(UNREADABLE)].map(([call]) => call));
}

function sources(root: string): string[] {
  return FOLDERS.flatMap((folder) => globSync(`${folder}/**/*.ts`, { cwd: root }))
    .filter((path) => !path.endsWith('.test.ts'))
    .map((path) => readFileSync(join(root, path), 'utf8'));
}

type Named = readonly [name: string, severity: string | undefined];

function named(text: string): Named[] {
  return [...text.matchAll(NAMED)].map(({ groups = {} }) => [groups['name'] ?? groups['other'] ?? '', groups['by']]);
}

/** A name with a variable stands for one with each value that the variable's type has. */
function joined(text: string): Named[] {
  return [...text.matchAll(JOINED)].flatMap(({ groups = {} }) => {
    const { by, beginning = '', variable = '' } = groups;
    const [, type = ''] = new RegExp(String.raw`\b${variable}: ((?:'[a-z-]+'(?: \| )?)+)`).exec(text) ?? [];
    return [...type.matchAll(/'([a-z-]+)'/g)].map(([, ending = '']): Named => [`${beginning}${ending}`, by]);
  });
}
