/** Where a stack's state is in the state bucket. */
export function stateKey(stack: string): string {
  return `${stack}/terraform.tfstate`;
}
