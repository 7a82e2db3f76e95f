import { attributePath } from '../wire/attribute-path.ts';
import { UNKNOWN, isList, isObject, isUnset, type CtyObject, type CtyValue } from '../wire/cty-value.ts';
import { errorDiagnostic, type Diagnostic } from '../wire/diagnostic.ts';

/** What one check finds wrong with a configuration. Values that are absent or not known yet are let through. */
export type ConfigurationCheck = (config: CtyObject) => readonly Diagnostic[];

/** Runs every check and answers all findings. */
export function allChecks(...checks: readonly ConfigurationCheck[]): ConfigurationCheck {
  return (config) => checks.flatMap((check) => check(config));
}

/** The text at the dotted path is one of AWS's words. */
export function oneOf(path: string, words: Readonly<Record<string, string>>): ConfigurationCheck {
  const known = Object.values(words);
  const list = known.map((word) => `"${word}"`).join(' ');
  return checkTexts(path, (text, name) =>
    known.includes(text) ? undefined : `expected ${name} to be one of [${list}], got ${text}`,
  );
}

/** The text at the dotted path is a JSON document. */
export function jsonDocument(path: string): ConfigurationCheck {
  return checkTexts(path, notJson);
}

/** The text at the dotted path is a JSON document or empty, which is how one is taken away. */
export function jsonDocumentOrEmpty(path: string): ConfigurationCheck {
  return checkTexts(path, (text, name) => (text === '' ? undefined : notJson(text, name)));
}

/** The text at the dotted path matches the pattern; the rule says what the pattern means. */
export function matching(
  path: string,
  { pattern, rule }: { readonly pattern: RegExp; readonly rule: string },
): ConfigurationCheck {
  return checkTexts(path, (text, name) => (pattern.test(text) ? undefined : `invalid value for ${name} (${rule})`));
}

/** The length of the text at the dotted path, in characters, is in the range. */
export function lengthBetween(path: string, [least, most]: Range): ConfigurationCheck {
  return checkTexts(path, (text, name) =>
    isWithin(text.length, [least, most])
      ? undefined
      : `expected length of ${name} to be in the range (${least} - ${most}), got ${text}`,
  );
}

/** The number at the dotted path is in the range. */
export function numberBetween(path: string, [least, most]: Range): ConfigurationCheck {
  return checkValues(path, (value, name) =>
    typeof value !== 'number' || isWithin(value, [least, most])
      ? undefined
      : `expected ${name} to be in the range (${least} - ${most}), got ${value}`,
  );
}

/** The text at the dotted path passes a rule of its own; the rule answers what is wrong. */
export function checkTexts(path: string, rule: (text: string, name: string) => string | undefined): ConfigurationCheck {
  return checkValues(path, (value, name) => (typeof value === 'string' ? rule(value, name) : undefined));
}

/** When the first attribute is set, the second must be too. */
export function requiredWith(name: string, other: string): ConfigurationCheck {
  return (config) => {
    if (isUnset(config[name]) || !isUnset(config[other])) return [];
    const summary = `"${name}": all of \`${[other, name].sort().join(',')}\` must be specified`;
    return [errorDiagnostic(summary, { attribute: attributePath(name) })];
  };
}

/** One of the attributes must be set, or more. */
export function atLeastOneOf(...names: readonly string[]): ConfigurationCheck {
  const list = [...names].sort().join(',');
  return (config) =>
    names.some((name) => !isUnset(config[name]))
      ? []
      : names.map((name) =>
          errorDiagnostic(`"${name}": one of \`${list}\` must be specified`, { attribute: attributePath(name) }),
        );
}

/** Only one of two attributes may be set. */
export function conflictsWith(name: string, other: string): ConfigurationCheck {
  return (config) =>
    isUnset(config[name]) || isUnset(config[other]) || config[name] === UNKNOWN || config[other] === UNKNOWN
      ? []
      : [errorDiagnostic(`"${name}": conflicts with ${other}`, { attribute: attributePath(name) })];
}

type Range = readonly [least: number, most: number];

function isWithin(value: number, [least, most]: Range): boolean {
  return value >= least && value <= most;
}

function checkValues(path: string, rule: (value: CtyValue, name: string) => string | undefined): ConfigurationCheck {
  const names = path.split('.');
  const name = names.at(-1) ?? path;
  const attribute = attributePath(names[0] ?? path);
  return (config) =>
    valuesAt(config, names).flatMap((value) => {
      const problem = rule(value, name);
      return problem === undefined ? [] : [errorDiagnostic(problem, { attribute })];
    });
}

function valuesAt(from: CtyObject, [name, ...rest]: readonly string[]): readonly CtyValue[] {
  const value = name === undefined ? undefined : from[name];
  if (isUnset(value)) return [];
  if (rest.length === 0) return [value];
  return isList(value) ? value.filter(isObject).flatMap((element) => valuesAt(element, rest)) : [];
}

function notJson(text: string, name: string): string | undefined {
  const problem = jsonProblem(text);
  return problem === undefined ? undefined : `"${name}" contains an invalid JSON: ${problem}`;
}

function jsonProblem(text: string): string | undefined {
  try {
    JSON.parse(text);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
