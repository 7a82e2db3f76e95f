import type { Cloud } from '../session/cloud.ts';
import { conform } from '../wire/conform.ts';
import type { CtyObject } from '../wire/cty-value.ts';
import type { Diagnostic } from '../wire/diagnostic.ts';
import { encodeValue } from '../wire/dynamic-value.ts';
import type { ApplyRequest, ApplyResponse } from '../wire/provider-methods.ts';
import { currentState } from './current-state.ts';
import { decodeObject } from './decode-object.ts';
import { failure } from './failure.ts';
import { forgetUnknown } from './forget-unknown.ts';
import type { ProviderContext, ResourceType } from './provider-context.ts';

/** Does what was planned. When a step fails, the answer holds what exists then, so that Terraform forgets nothing. */
export async function applyResourceChange(context: ProviderContext, request: ApplyRequest): Promise<ApplyResponse> {
  const resource = context.resource(request.typeName);
  const { state, diagnostics } = await applyChange(context.cloud, {
    resource,
    prior: decodeObject(request.priorState),
    planned: decodeObject(request.plannedState),
  });
  const newState = encodeValue(state && conform(resource.block, state));
  return { newState, diagnostics, legacyTypeSystem: true };
}

interface PlannedStep {
  readonly resource: ResourceType;
  readonly prior: CtyObject | null;
  readonly planned: CtyObject | null;
}

interface Outcome {
  readonly state: CtyObject | null;
  readonly diagnostics: readonly Diagnostic[];
}

function applyChange(cloud: Cloud, { resource, prior, planned }: PlannedStep): Promise<Outcome> {
  if (planned === null) return prior === null ? Promise.resolve(done(null)) : destroy(cloud, { resource, prior });
  return prior === null ? create(cloud, { resource, planned }) : update(cloud, { resource, prior, planned });
}

async function create(
  cloud: Cloud,
  { resource, planned }: { resource: ResourceType; planned: CtyObject },
): Promise<Outcome> {
  const { behaviour } = resource;
  let state: CtyObject | null = null;
  try {
    const id = await behaviour.create(cloud, planned);
    state = { ...forgetUnknown(planned), id };
    await behaviour.complete?.(cloud, state);
    return done(await stateAfter(cloud, { resource, state }));
  } catch (error) {
    return { state, diagnostics: [failure(`creating ${behaviour.label} (${nameOf(planned)})`, error)] };
  }
}

async function update(
  cloud: Cloud,
  { resource, prior, planned }: { resource: ResourceType; prior: CtyObject; planned: CtyObject },
): Promise<Outcome> {
  const { behaviour } = resource;
  const state: CtyObject = { ...forgetUnknown(planned), id: prior['id'] ?? null };
  try {
    await behaviour.update?.(cloud, { prior, planned: state });
    return done(await stateAfter(cloud, { resource, state }));
  } catch (error) {
    return { state: prior, diagnostics: [failure(`updating ${behaviour.label} (${nameOf(prior)})`, error)] };
  }
}

async function destroy(
  cloud: Cloud,
  { resource, prior }: { resource: ResourceType; prior: CtyObject },
): Promise<Outcome> {
  const { behaviour } = resource;
  try {
    await behaviour.delete(cloud, prior);
    return done(null);
  } catch (error) {
    return { state: prior, diagnostics: [failure(`deleting ${behaviour.label} (${nameOf(prior)})`, error)] };
  }
}

async function stateAfter(cloud: Cloud, change: { resource: ResourceType; state: CtyObject }): Promise<CtyObject> {
  const state = await currentState(cloud, change);
  if (state === undefined) throw new Error('it was not there when read back');
  return state;
}

function done(state: CtyObject | null): Outcome {
  return { state, diagnostics: [] };
}

function nameOf(resource: CtyObject): string {
  const name = NAMES.map((attribute) => resource[attribute]).find((value) => typeof value === 'string');
  return typeof name === 'string' ? name : 'new';
}

const NAMES = [
  'id',
  'name',
  'repository',
  'repository_name',
  'ecr_repository_prefix',
  'prefix',
  'bucket',
  'role',
  'rule',
  'topic_arn',
  'arn',
  'url',
];
