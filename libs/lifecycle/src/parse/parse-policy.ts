import { error, under, type Finding, type LocalFinding } from '@slipway/findings';
import { isTaken, lintDocument } from '../lint/lint-policy.ts';
import { ruleCount } from '../lint/rejections/rule-count.ts';
import { textLengthOf } from '../lint/rejections/text-length.ts';
import { shown } from '../lint/shown.ts';
import { LIFECYCLE_LIMITS } from '../model/limits.ts';
import type { PolicyDocument } from '../model/policy-document.ts';
import { isObject, unknownKeys } from './json-object.ts';
import { rulesProblems } from './rules-problems.ts';
import { misshapen } from './shape-finding.ts';

/** A text that was read as a lifecycle policy. */
export type ParsedPolicy =
  | { readonly document: PolicyDocument; readonly findings: readonly Finding[] }
  | { readonly document: undefined; readonly findings: readonly Finding[] };

/** Rules that are looked at, and findings that are shown, of a text that is no honest policy any more. */
const MOST_RULES_READ = 500;
const MOST_FINDINGS = 100;

/**
 * Reads a policy from disk or from ECR and says everything that is wrong with it, never only the first. Never throws.
 * @returns the document where ECR would take it, with warnings; no document where it would not, with errors
 */
export function parsePolicy(text: string): ParsedPolicy {
  const { document, problems } = read(text);
  if (document === undefined) return { document, findings: capped(under('lifecycle', problems)) };
  const length = textLengthOf(text);
  const findings = [...under('lifecycle', length), ...lintDocument(document)];
  // What ECR takes has at most 50 rules, and no more findings than somebody reads.
  if (length.length === 0 && isTaken(document)) return { document, findings };
  return { document: undefined, findings: capped(findings) };
}

interface Read {
  /** `undefined` where the text is not of the form of a policy. */
  readonly document: PolicyDocument | undefined;
  readonly problems: readonly LocalFinding[];
}

function read(text: string): Read {
  const parsed = parseJson(text);
  if ('problem' in parsed) return { document: undefined, problems: [...textLengthOf(text), parsed.problem] };
  const problems = shapeProblems(parsed.value);
  if (problems.length > 0) return { document: undefined, problems: [...tooLong(text), ...problems] };
  // Every key and type was looked at: what is left has the type.
  return { document: parsed.value as PolicyDocument, problems };
}

/** A text of which parts are missing is short because of them. */
function tooLong(text: string): LocalFinding[] {
  return text.length > LIFECYCLE_LIMITS.textLength.most ? textLengthOf(text) : [];
}

function parseJson(text: string): { readonly value: unknown } | { readonly problem: LocalFinding } {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    const fix = 'write a JSON object with "rules"';
    const message = `is not JSON: "${shown(reason)}"`;
    return { problem: error('lifecycle-json', { message, fix, source: 'ECR API reference, PutLifecyclePolicy' }) };
  }
}

function shapeProblems(policy: unknown): LocalFinding[] {
  if (!isObject(policy)) return [misshapen('policy', policy, 'an object with "rules"')];
  const { rules } = policy;
  if (!Array.isArray(rules)) return [...unknownKeys('policy', policy, ['rules']), misshapen('rules', rules, 'a list')];
  const problems = [
    ...unknownKeys('policy', policy, ['rules']),
    ...(rules.length > MOST_RULES_READ
      ? [misshapen('rules', `${rules.length} rules`, `at most ${LIFECYCLE_LIMITS.rules.most} rules`)]
      : []),
    ...rulesProblems(rules.slice(0, MOST_RULES_READ)),
  ];
  // A policy of the right form is looked at as a whole, by lint.
  return problems.length === 0 ? [] : [...ruleCount({ rules }), ...problems];
}

/** What ECR rejects is shown before advice. */
function capped(findings: readonly Finding[]): Finding[] {
  if (findings.length <= MOST_FINDINGS) return [...findings];
  const isError = ({ severity }: Finding) => severity === 'error';
  const worstFirst = [...findings.filter(isError), ...findings.filter((finding) => !isError(finding))];
  const more = error('lifecycle-more', {
    message: `"${findings.length - MOST_FINDINGS}" more findings are not shown`,
    fix: 'mend these first',
  });
  return [...worstFirst.slice(0, MOST_FINDINGS), ...under('lifecycle', [more])];
}
