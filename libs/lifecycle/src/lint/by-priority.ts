import type { PolicyDocument, RuleDocument } from '../model/policy-document.ts';

/** The rules as ECR applies them: the lowest number first. */
export function byPriority({ rules }: PolicyDocument): RuleDocument[] {
  return [...rules].sort((a, b) => a.rulePriority - b.rulePriority);
}
