import type { ImageRecord } from '@slipway/images';

/** What the steps of the road hand on to each other. */
export interface Road {
  /** Environment variables of the local cloud. */
  environment: Readonly<Record<string, string>>;
  /** What each push made true, in the order of the containers. */
  images: readonly PushedImage[];
  /** Where the API answers, such as `http://127.0.0.1:41234`. */
  api?: string;
  /** Body of the answer to the first prediction. */
  prediction?: unknown;
  /** Aborted when the user ends the road. */
  readonly signal: AbortSignal;
  /** Seconds that each step took. */
  readonly times: { readonly step: string; readonly seconds: number }[];
}

/** The record of an image that is in the registry. */
export type PushedImage = ImageRecord & Required<Pick<ImageRecord, 'pushed'>>;
