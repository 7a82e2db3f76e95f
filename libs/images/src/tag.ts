/** A tag that an image gets. */
export interface Tag {
  readonly name: string;
  /** True for a tag that is meant to point to another image tomorrow, such as `latest`. */
  readonly moving: boolean;
}
