/** The resource and data source types whose schema is derived and served. */
export interface ServedTypes {
  readonly resources: readonly string[];
  readonly dataSources: readonly string[];
}
