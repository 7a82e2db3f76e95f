/** Whether a text matches a pattern of IAM: `*` is any characters, `?` one. */
export function matchesWildcard(pattern: string, text: string): boolean {
  const source = pattern
    .replaceAll(/[.\\+^${}()|[\]]/g, String.raw`\$&`)
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${source}$`, 's').test(text);
}

/** Whether an ARN matches, each of its six parts for itself: no `*` reaches into the next part (IAM user guide, "ARN condition operators"). */
export function matchesArn(pattern: string, arn: string): boolean {
  const patterns = partsOf(pattern);
  const parts = partsOf(arn);
  return patterns.length === parts.length && patterns.every((part, index) => matchesWildcard(part, parts[index] ?? ''));
}

function partsOf(arn: string): string[] {
  const parts = arn.split(':');
  return [...parts.slice(0, 5), parts.slice(5).join(':')];
}
