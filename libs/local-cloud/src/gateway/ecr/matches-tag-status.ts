/** The filter of DescribeImages and ListImages. Unknown values filter nothing, as `ANY` does. */
export function matchesTagStatus(tagged: boolean, status: string | undefined): boolean {
  if (status === 'TAGGED') return tagged;
  if (status === 'UNTAGGED') return !tagged;
  return true;
}
