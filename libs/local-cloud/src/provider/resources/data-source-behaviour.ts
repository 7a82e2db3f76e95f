import type { Cloud } from '../session/cloud.ts';
import type { CtyObject } from '../wire/cty-value.ts';

/** How one data source is read. */
export interface DataSourceBehaviour {
  read(cloud: Cloud, config: CtyObject): CtyObject | Promise<CtyObject>;
}
