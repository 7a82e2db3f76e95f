/** JSON documents by key, such as `pull-through-rules/111111111111/eu-west-1`. */
export interface Documents {
  /** Undefined when there is none. */
  read(key: string): Promise<unknown>;
  write(key: string, document: object): Promise<void>;
}
