/** A policy as the configuration has it, with ARNs in it that only the apply gives. */
export interface WrittenPolicy {
  /** The policy, each of those ARNs by its reference. */
  readonly text: string;
  /** Such as `aws_sns_topic.alerts.arn`; at least one. */
  readonly references: readonly string[];
}

/** The ARN of a resource of AWS's provider: never a wildcard, and of nobody else. Data sources and variables may be anything. */
const ARN = /\$\{((aws_[a-z0-9_]+\.[\w-]+)\.arn)\}/g;

/**
 * Reads the template of a policy (Terraform, "JSON configuration syntax", expression mapping). Undefined where anything in it but ARNs of
 * resources is computed, or where it refers to something else than the plan says.
 *
 * @param planned what the plan says that the attribute refers to, each with the resource after it
 */
export function writtenPolicy(template: string, planned: readonly string[]): WrittenPolicy | undefined {
  const found = [...template.matchAll(ARN)].flatMap(([, reference = '', resource = '']) => [reference, resource]);
  const text = template.replaceAll(ARN, '$1');
  if (found.length === 0 || /[$%]\{/.test(text) || !isSame(found, planned)) return undefined;
  return { text, references: [...new Set(found.filter((_, index) => index % 2 === 0))] };
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return [...new Set(one)].sort().join(' ') === [...new Set(other)].sort().join(' ');
}
