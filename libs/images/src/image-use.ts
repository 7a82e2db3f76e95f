/** Something that an image is needed for: it runs somewhere, or a release names it. */
export interface ImageUse {
  /** Who needs it, such as `ecs`, or `ledger:prod`. */
  readonly source: string;
  /** Such as an image's address, or `current release of 'server'`. */
  readonly reference: string;
  /** Digest of the image, of an index or of the image for one platform. @default what `reference` names by its tag */
  readonly digest?: string;
  /** Which release a ledger names: `previous` is what a rollback may return to. @default something runs it, or would when asked to */
  readonly release?: 'current' | 'previous';
  /** Nobody can say which image it is: `reference` is a name for something else. @default `digest` or `reference` names it */
  readonly unidentified?: true;
}
