import type { InventoryImage } from './inventory-image.ts';

/** What a policy does with an image. */
export type Outcome = 'kept' | 'expired' | 'archived';

/** What a policy does with one image, and why. */
export interface Verdict {
  readonly image: InventoryImage;
  readonly outcome: Outcome;
  /** The rule that acts on the image, or that identifies it and so shields it from the rules after. `undefined`: none does. */
  readonly rulePriority: number | undefined;
  /** In one sentence without a full stop, such as `14th newest of tagged v*, the policy keeps 10`. */
  readonly reason: string;
  /** When a rule about age acts, or will act if nothing happens to the image. @default not a matter of age */
  readonly dueAt?: Date;
  /** The image whose fate this one shares: its manifest list, or what it signs. @default its own */
  readonly follows?: string;
  /** What AWS leaves open about this verdict. @default nothing */
  readonly uncertain?: string;
}
