import { z } from 'zod';

/** The section `cache` of image.json. */
export const cacheSchema = z
  .strictObject({
    repository: z
      .string()
      .min(1)
      .describe(
        "Repository that the steps of builds are kept in: one of the environment's, such as `mlops/build-cache`, or one with its host. It needs a tag that moves for each container and branch.",
      ),
  })
  .optional()
  .describe('Where builds keep their steps for builds on other machines. Default: nowhere.');
