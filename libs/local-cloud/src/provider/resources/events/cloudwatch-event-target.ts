import {
  ListTargetsByRuleCommand,
  PutTargetsCommand,
  RemoveTargetsCommand,
  type PutTargetsResultEntry,
  type Target,
} from '@aws-sdk/client-eventbridge';
import type { Cloud } from '../../session/cloud.ts';
import { Refusal } from '../../session/refusal.ts';
import type { CtyObject } from '../../wire/cty-value.ts';
import { flag, requiredText, text } from '../attribute-readers.ts';
import { generatedName } from '../generated-name.ts';
import { hasChanged } from '../has-changed.ts';
import { ignoreMissing } from '../ignore-missing.ts';
import { refuseWritten } from '../refuse-written.ts';
import type { Found, ResourceBehaviour } from '../resource-behaviour.ts';
import { targetChecks } from './cloudwatch-event-target-checks.ts';
import { foundTarget } from './cloudwatch-event-target-found.ts';
import { targetOf } from './cloudwatch-event-target-input.ts';
import { DEFAULT_BUS } from './event-bus.ts';

const GONE = ['ResourceNotFoundException', 'ValidationException'];

/** Where a rule sends what it matches. */
export const cloudwatchEventTarget: ResourceBehaviour = {
  label: 'EventBridge Target',
  rules: {
    forceNew: ['event_bus_name', 'rule', 'target_id'],
    defaults: { event_bus_name: DEFAULT_BUS, force_destroy: false },
    blockLimits: {
      'ecs_target.ordered_placement_strategy': 5,
      'ecs_target.placement_constraint': 10,
      run_command_targets: 5,
      'sagemaker_pipeline_target.pipeline_parameter_list': 200,
    },
  },
  imported: importedTarget,
  validate: targetChecks,
  refuse: (planned) => refuseWritten(planned, { names: OTHER_TARGETS, instead: 'leave it out for the local cloud' }),
  create: async (cloud, planned) => {
    const target_id = text(planned, 'target_id') ?? generatedName();
    await putTarget(cloud, { ...planned, target_id });
    return `${idPrefix(planned)}${target_id}`;
  },
  read: readTarget,
  update: async (cloud, { prior, planned }) => {
    const others = Object.keys(planned).filter((name) => name !== 'force_destroy');
    if (hasChanged({ prior, planned }, ...others)) await putTarget(cloud, planned);
  },
  delete: removeTarget,
};

const OTHER_TARGETS = [
  'appsync_target',
  'batch_target',
  'ecs_target',
  'http_target',
  'kinesis_target',
  'redshift_target',
  'run_command_targets',
  'sagemaker_pipeline_target',
];

function importedTarget(id: string): CtyObject {
  const [, bus = DEFAULT_BUS, rule, target_id] = /^(?:(.+)\/)?([^/]+)\/([^/]+)$/.exec(id) ?? [];
  if (rule === undefined || target_id === undefined) {
    const forms = 'EVENTBUSNAME/RULENAME/TARGETID or RULENAME/TARGETID';
    throw new Refusal(`unexpected format for ID (${id}), expected ${forms}`);
  }
  const state = { event_bus_name: bus, rule, target_id };
  return { ...state, id: `${idPrefix(state)}${target_id}` };
}

/** What an id has before the target's own; neither can be told from the other without knowing one. */
function idPrefix(target: CtyObject): string {
  const { Rule, EventBusName } = ruleOf(target);
  return EventBusName === DEFAULT_BUS ? `${Rule}-` : `${EventBusName}-${Rule}-`;
}

function ruleOf(target: CtyObject): { readonly Rule: string; readonly EventBusName: string } {
  return { Rule: requiredText(target, 'rule'), EventBusName: text(target, 'event_bus_name') ?? DEFAULT_BUS };
}

/** Its own id of a target: not in the state yet when the provider made it up. */
function targetId(state: CtyObject): string {
  return text(state, 'target_id') ?? requiredText(state, 'id').slice(idPrefix(state).length);
}

async function putTarget(cloud: Cloud, planned: CtyObject): Promise<void> {
  const put = new PutTargetsCommand({ ...ruleOf(planned), Targets: [targetOf(planned)] });
  const { FailedEntries = [] } = await cloud.events(planned).send(put);
  refuseFailures(FailedEntries);
}

async function readTarget(cloud: Cloud, state: CtyObject): Promise<Found | undefined> {
  const id = targetId(state);
  const target = (await ignoreMissing(targets(cloud, state), GONE))?.find(({ Id }) => Id === id);
  if (target === undefined) return undefined;
  const force_destroy = flag(state, 'force_destroy') ?? false;
  return { attributes: { ...foundTarget(target), event_bus_name: ruleOf(state).EventBusName, force_destroy } };
}

async function targets(cloud: Cloud, state: CtyObject): Promise<readonly Target[]> {
  const found: Target[] = [];
  let NextToken: string | undefined;
  do {
    const asked = new ListTargetsByRuleCommand({ ...ruleOf(state), Limit: 100, NextToken });
    const page = await cloud.events(state).send(asked);
    found.push(...(page.Targets ?? []));
    NextToken = page.NextToken;
  } while (NextToken !== undefined);
  return found;
}

async function removeTarget(cloud: Cloud, state: CtyObject): Promise<void> {
  const Force = flag(state, 'force_destroy');
  const removed = new RemoveTargetsCommand({ ...ruleOf(state), Ids: [targetId(state)], Force });
  const answer = await ignoreMissing(cloud.events(state).send(removed), ['ResourceNotFoundException']);
  refuseFailures(answer?.FailedEntries ?? []);
}

function refuseFailures(failures: readonly PutTargetsResultEntry[]): void {
  const [first] = failures;
  if (first) throw new Error(`${first.TargetId ?? ''}: ${first.ErrorCode ?? ''}: ${first.ErrorMessage ?? ''}`);
}
