import { environments } from '@slipway/environments';
import type { Road } from './road.ts';

/** Where models are in their bucket: the default of both containers. */
export const MODEL_PREFIX = 'models/retail-price-sensitivity';

/** What both containers need to reach the models: named one by one, not the whole environment. */
export function containerVariables(
  { environment }: Road,
  more: Readonly<Record<string, string>> = {},
): Record<string, string> {
  const { bucket, region } = environments.dev.models;
  const { AWS_ENDPOINT_URL_S3 = '', AWS_ACCESS_KEY_ID = '', AWS_SECRET_ACCESS_KEY = '' } = environment;
  return {
    MODEL_BUCKET: bucket,
    MODEL_PREFIX,
    AWS_DEFAULT_REGION: region,
    AWS_ENDPOINT_URL_S3,
    AWS_ACCESS_KEY_ID,
    AWS_SECRET_ACCESS_KEY,
    ...more,
  };
}
