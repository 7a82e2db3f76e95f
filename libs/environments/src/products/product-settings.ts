/** What differs between the environments, as far as the products care. */
export interface ProductSettings {
  readonly environment: string;
  /** Production holds pinned versions only: nothing moves. */
  readonly production: boolean;
}
