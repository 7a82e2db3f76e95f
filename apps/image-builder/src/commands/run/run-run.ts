import { readContainerConfig } from '../../config/read-container-config.ts';
import { planSmokeTest } from '../../smoke/plan-smoke-test.ts';
import { runSmokeTest } from '../../smoke/run-smoke-test.ts';
import type { SmokeTestConfig } from '../../smoke/smoke-test-config.ts';
import type { World } from '../../world.ts';
import { findImage } from './find-image.ts';
import type { RunnableImage } from './find-image.ts';
import { planRun } from './plan-run.ts';
import { recordTest } from './record-test.ts';
import type { SmokeReport } from './smoke-report.ts';

export interface RunOptions {
  readonly container: string;
  /** @default the image that was built here last */
  readonly environment?: string;
  /** A tag or digest in the registry of the environment. @default what was pushed last */
  readonly reference?: string;
  /** @default a free one */
  readonly port?: number;
  readonly keep: boolean;
  readonly recordDir: string;
}

const LAST_LINES = 20;

/** Runs an image, tries it, and removes the container whatever happens, unless it is kept. */
export async function runRun(options: RunOptions, world: World): Promise<SmokeReport> {
  const { name, context } = world.catalog.container(options.container);
  const { smokeTest: config } = await readContainerConfig(world, context);
  return world.progress.during(`smoke test of ${name}`, async (say) => {
    const left = await world.runner.removeLeftovers();
    if (left > 0) say(`removed ${left} containers that an earlier run left behind`);
    const image = await findImage(options, world);
    return tryImage({ options, config, image, name }, world);
  });
}

interface Trial {
  readonly options: RunOptions;
  readonly config: SmokeTestConfig;
  readonly image: RunnableImage;
  readonly name: string;
}

async function tryImage({ options, config, image, name }: Trial, world: World): Promise<SmokeReport> {
  const { imageId, remote } = image;
  const { keep } = options;
  const { runner, probe, now, signal } = world;
  const port = options.port ?? (await runner.freePort());
  const id = await runner.start(planRun({ imageId, config, port, keep }));
  try {
    const steps = await runSmokeTest(planSmokeTest(config, { keep }), { runner, probe, id, port, now, signal });
    const passed = steps.every(({ outcome }) => outcome === 'passed');
    const sequence = passed && remote !== undefined ? await recordTest(remote, world) : undefined;
    return {
      schemaVersion: 1,
      report: 'smoke-test',
      container: name,
      imageId,
      ...(remote === undefined ? {} : { image: `${remote.place.uri}@${remote.digest}` }),
      passed,
      steps,
      lastLines: (await runner.logs(id)).slice(-LAST_LINES),
      ...(keep ? { kept: { id, port } } : {}),
      ...(sequence === undefined ? {} : { ledgerSequence: sequence }),
    };
  } finally {
    if (!keep) await runner.remove(id);
  }
}
