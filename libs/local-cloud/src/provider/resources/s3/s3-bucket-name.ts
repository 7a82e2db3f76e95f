/** Why S3 would not take a bucket's name. https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html */
export function bucketNameProblem(name: string): string | undefined {
  if (name.length < 3 || name.length > 63) return `"${name}" must contain from 3 to 63 characters`;
  if (!/^[0-9a-z-.]+$/.test(name)) return `only lowercase alphanumeric characters and hyphens allowed in "${name}"`;
  if (/^(\d{1,3}\.){3}\d{1,3}$/.test(name)) return `"${name}" must not be formatted as an IP address`;
  if (name.startsWith('.')) return `"${name}" cannot start with a period`;
  if (name.endsWith('.')) return `"${name}" cannot end with a period`;
  return name.includes('..') ? `"${name}" can be only one period between labels` : undefined;
}
