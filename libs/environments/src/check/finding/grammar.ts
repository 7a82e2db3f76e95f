/** IAM user guide, "View AWS account identifiers". */
const ACCOUNT = /^\d{12}$/;
/** ECR API reference, ReplicationDestination: region is 2 to 25 of these; AWS names none that is not of this shape. */
const REGION = /^(?=.{2,25}$)[a-z]{2}(-[a-z]+)+-\d{1,2}$/;

export function isAccount(text: string): boolean {
  return ACCOUNT.test(text);
}

export function isRegion(text: string): boolean {
  return REGION.test(text);
}
