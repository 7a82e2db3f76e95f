import type { ImageUse } from '@slipway/images';

/** An image that something runs, or would run when asked to. Its source is such as `eks`, `beanstalk`, `ecs` or `lambda`. */
export type DeployedImage = Omit<ImageUse, 'release'>;

/** Asks one service which images it runs. */
export interface DeployedImages {
  /** Every image that is deployed, in no particular order, several times where several use it. @throws Failure when the service can't be asked */
  list(): Promise<readonly DeployedImage[]>;
}
