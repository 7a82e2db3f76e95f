/** Plans come from files or standard input, reviews go to files. */
export interface Files {
  /** @param path `-` is standard input. @throws Failure `unreadable-file` */
  read(path: string): Promise<string>;
  /** Replaces the file; its folder has to be there. @throws Failure `unwritable-file` */
  write(path: string, text: string): Promise<void>;
}
