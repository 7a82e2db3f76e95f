/** An image that something runs, or would run when asked to. */
export interface DeployedImage {
  /** Where, such as `eks`, `beanstalk`, `ecs` or `lambda`. */
  readonly source: string;
  /** Digest of the image, of an index or of the image for one platform. @default what `reference` names by its tag */
  readonly digest?: string;
  /** Address of the image as it is written there. */
  readonly reference: string;
}

/** Asks one service which images it runs. */
export interface DeployedImages {
  /** Every image that is deployed, in no particular order, several times where several use it. @throws Failure when the service can't be asked */
  list(): Promise<readonly DeployedImage[]>;
}
