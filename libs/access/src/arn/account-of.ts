/** Account of an ARN that has one, 12 digits. */
export function accountOf(arn: string): string | undefined {
  return arn.split(':')[4];
}
