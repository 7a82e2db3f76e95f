import { environments } from '@slipway/environments';

/** The account whose bucket a path-style S3 request names, as far as the environments know it. */
export function bucketOwner(url: string): string | undefined {
  const [, bucket = ''] = url.split(/[/?]/);
  const owner = Object.values(environments).find(({ state, models }) =>
    [state.bucket, models.bucket].some((name) => name === bucket),
  );
  return owner?.account;
}
