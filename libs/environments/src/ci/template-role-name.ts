/** Name of the role that ECR assumes to create repositories from templates with tags or a KMS key. */
export function templateRoleName(environment: string): string {
  return `slipway-${environment}-ecr-templates`;
}
