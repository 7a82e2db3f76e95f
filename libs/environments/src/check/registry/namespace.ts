import { error, type LocalFinding } from '@slipway/findings';
import { ROOT_NAMESPACE } from '../../replicas/namespace-of.ts';
import { within, type Range } from '../finding/within.ts';

/** ECR API reference, prefix and ecrRepositoryPrefix: both have this grammar, and differ in length. */
const NAMESPACE = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*(?:\/[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*)*$/;

export interface NamespaceRule {
  readonly rule: string;
  readonly length: Range;
  readonly source: string;
}

/** A namespace that ECR takes, or `ROOT`. */
export function namespace(text: string, { rule, length, source }: NamespaceRule): LocalFinding[] {
  if (text === ROOT_NAMESPACE || (NAMESPACE.test(text) && within(text.length, length))) return [];
  return [
    error(rule, {
      message: `"${text}" is not a namespace`,
      fix: `use ${length.least} to ${length.most} characters of a repository name without the final "/", which ECR assumes, or "ROOT"`,
      source,
    }),
  ];
}
