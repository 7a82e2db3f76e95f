/** The resource and data source types whose schema is derived and served. */
export interface ServedTypes {
  readonly resources: readonly string[];
  readonly dataSources: readonly string[];
}

/** Types that validate like any other and are refused at plan, because the stand-in cannot create them. */
export const plannedTypes: readonly string[] = [];
