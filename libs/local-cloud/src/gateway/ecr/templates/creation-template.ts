/** A repository creation template, in ECR's fields. */
export interface CreationTemplate {
  readonly prefix: string;
  readonly description?: string | undefined;
  readonly encryptionConfiguration: { readonly encryptionType: string; readonly kmsKey?: string | undefined };
  readonly resourceTags?: readonly { readonly Key: string; readonly Value: string }[] | undefined;
  readonly imageTagMutability: string;
  readonly imageTagMutabilityExclusionFilters?: readonly ExclusionFilter[] | undefined;
  readonly repositoryPolicy?: string | undefined;
  readonly lifecyclePolicy?: string | undefined;
  readonly appliedFor: readonly string[];
  readonly customRoleArn?: string | undefined;
  /** Seconds since 1970. */
  readonly createdAt: number;
  /** Seconds since 1970. */
  readonly updatedAt: number;
}

export interface ExclusionFilter {
  readonly filter: string;
  readonly filterType: string;
}

/** Length and form of prefixes of templates. */
export const templatePrefixForm =
  /^(?=.{1,256}$)([a-z0-9]+((\.|_|__|-+)[a-z0-9]+)*(\/[a-z0-9]+((\.|_|__|-+)[a-z0-9]+)*)*\/?|ROOT)$/;
