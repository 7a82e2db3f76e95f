import { INPUTS_HASH_LABEL } from '@slipway/images';
import type { BuiltFacts, GitFacts, Tag } from '@slipway/images';
import { formatBuildEvent } from '../../buildkit/build-event.ts';
import type { Container } from '../../catalog/catalog.ts';
import type { BuildCache } from '../../engine/build-cache.ts';
import type { LocalImage } from '../../engine/image-engine.ts';
import { Failure } from '../../failure.ts';
import type { BuildInputs } from '../../inputs/collect-inputs.ts';
import { redact } from '../../secrets/redact.ts';
import type { World } from '../../world.ts';
import { planBuild } from './plan-build.ts';
import type { BuildPlan } from './plan-build.ts';
import type { Turns } from './turns.ts';

export interface ImageRequest {
  readonly container: Container;
  readonly git: GitFacts;
  readonly inputs: BuildInputs;
  readonly force: boolean;
  /** Whether every step runs, whatever is cached. @default false */
  readonly noCache?: boolean;
  /** What the image is called in the engine; the first one is its version. */
  readonly tags: readonly Tag[];
  /** Asked for only when something is built. @default no cache but the engine's own */
  readonly cache?: () => Promise<BuildCache | undefined>;
  readonly say: (line: string) => void;
  /** When it may be built. @default at once */
  readonly inTurn?: Turns;
}

export interface ImageResult {
  readonly image: LocalImage;
  readonly built: BuiltFacts;
}

/** Makes the engine hold the image of a container, under the name of its tag. */
export async function buildImage(request: ImageRequest, world: World): Promise<ImageResult> {
  const { container, git, inputs, tags, force, say } = request;
  const existing = await world.engine.findByLabel(INPUTS_HASH_LABEL, inputs.hash);
  const plan = planBuild({ container, git, inputsHash: inputs.hash, tags, args: inputs.args, existing, force });
  say(`${plan.action}: ${plan.reason}`);
  const { inTurn = atOnce } = request;
  if (plan.action === 'build') return inTurn(() => build(plan, request, world));
  await world.engine.tag(plan.image.id, plan.name);
  return { image: plan.image, built: { fresh: false, milliseconds: 0, steps: 0, cachedSteps: 0 } };
}

const atOnce: Turns = (work) => work();

async function build(
  plan: BuildPlan & { action: 'build' },
  { inputs, noCache = false, cache, say }: ImageRequest,
  world: World,
): Promise<ImageResult> {
  const { name, args, labels } = plan;
  const started = world.now().getTime();
  const { id, steps, cachedSteps } = await world.engine.build({
    name,
    args,
    labels,
    context: inputs.context,
    noCache,
    cache: await cache?.(),
    secrets: await world.secrets(),
    onEvent: (event) => {
      say(redact(formatBuildEvent(event)));
    },
    signal: world.signal,
  });
  const image = await world.engine.find(id);
  if (image === undefined) throw vanished(name);
  return { image, built: { fresh: true, milliseconds: world.now().getTime() - started, steps, cachedSteps } };
}

function vanished(name: string): Failure {
  const message = `the engine built '${name}' and doesn't have it any more`;
  return new Failure({
    code: 'engine-failed',
    message,
    fix: 'see what else removes images from this engine, and build again',
  });
}
