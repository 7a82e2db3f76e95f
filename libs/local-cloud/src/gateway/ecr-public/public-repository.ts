/** A repository of the public registry, with all that the API tells of it. */
export interface PublicRepository {
  readonly record: PublicRepositoryRecord;
  readonly catalogData: CatalogData;
  readonly policyText?: string | undefined;
  readonly tags: Readonly<Record<string, string>>;
}

export interface PublicRepositoryRecord {
  readonly repositoryArn: string;
  readonly registryId: string;
  readonly repositoryName: string;
  readonly repositoryUri: string;
  /** Seconds since 1970. */
  readonly createdAt: number;
}

/** What the gallery shows of a repository. */
export interface CatalogData {
  readonly description?: string | undefined;
  readonly architectures?: readonly string[] | undefined;
  readonly operatingSystems?: readonly string[] | undefined;
  readonly aboutText?: string | undefined;
  readonly usageText?: string | undefined;
}

/** Length and form of names of public repositories. */
export const publicNameForm = /^(?=.{2,205}$)(?:[a-z0-9]+(?:[._-][a-z0-9]+)*\/)*[a-z0-9]+(?:[._-][a-z0-9]+)*$/;
