import type { Principal } from '@slipway/access';

/** A repository of the public gallery (public.ecr.aws). AWS has its API in us-east-1 only. Everyone can pull. */
export interface PublicRepositorySpec {
  /** 2 to 205 characters: lower-case letters, digits, `.` `_` `-` between them, `/` between parts. */
  readonly name: string;
  /** Short text, at most 1024 characters. */
  readonly description: string;
  /** Markdown, at most 25,600 characters. @default none */
  readonly about?: string;
  /** Markdown, at most 25,600 characters. @default none */
  readonly usage?: string;
  /** Such as `x86-64`, at most 50. @default none */
  readonly architectures?: readonly string[];
  /** Such as `Linux`, at most 50. @default none */
  readonly operatingSystems?: readonly string[];
  /** Who may push. @default the account's own identity policies decide */
  readonly push?: readonly Principal[];
  /** @default none */
  readonly tags?: Readonly<Record<string, string>>;
}
