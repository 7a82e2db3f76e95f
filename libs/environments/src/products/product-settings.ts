/** What differs between the environments, as far as the products care. */
export interface ProductSettings {
  readonly environment: string;
  /** Production holds pinned versions only: nothing moves. */
  readonly production: boolean;
  /** Account whose CI role takes images from here to the next environment, 12 digits. @default none */
  readonly promotedTo?: string;
}
