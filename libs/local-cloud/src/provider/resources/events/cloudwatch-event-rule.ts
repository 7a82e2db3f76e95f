import {
  DeleteRuleCommand,
  DescribeRuleCommand,
  ListTagsForResourceCommand,
  RuleState,
} from '@aws-sdk/client-eventbridge';
import { equivalentJson } from '../../plan/equivalent-json.ts';
import type { Cloud } from '../../session/cloud.ts';
import { Refusal } from '../../session/refusal.ts';
import type { CtyObject } from '../../wire/cty-value.ts';
import { arn } from '../arn-check.ts';
import { flag, requiredText, text } from '../attribute-readers.ts';
import { allChecks, atLeastOneOf, conflictsWith, lengthBetween, oneOf } from '../configuration-checks.ts';
import { configuredName, prefixOfName } from '../generated-name.ts';
import { ignoreMissing } from '../ignore-missing.ts';
import { foundTags } from '../key-value-tags.ts';
import type { Found, ResourceBehaviour } from '../resource-behaviour.ts';
import { createRule, updateRule } from './cloudwatch-event-rule-put.ts';
import { DEFAULT_BUS, busCheck, eventsName } from './event-bus.ts';
import { eventPattern } from './event-pattern-check.ts';

const GONE = ['ResourceNotFoundException'];

/** A rule of EventBridge. Its id is its name, with `bus/` before it on a bus of one's own. */
export const cloudwatchEventRule: ResourceBehaviour = {
  label: 'EventBridge Rule',
  rules: {
    forceNew: ['event_bus_name', 'name', 'name_prefix'],
    defaults: { event_bus_name: DEFAULT_BUS, force_destroy: false },
    documents: { event_pattern: equivalentJson },
    keptWhenUnset: ['is_enabled', 'state'],
  },
  imported: (id) => ({ id, ...partsOf(id) }),
  validate: allChecks(
    conflictsWith('name', 'name_prefix'),
    conflictsWith('is_enabled', 'state'),
    atLeastOneOf('event_pattern', 'schedule_expression'),
    eventsName('name'),
    eventsName('name_prefix'),
    busCheck,
    eventPattern('event_pattern'),
    lengthBetween('description', [0, 512]),
    lengthBetween('schedule_expression', [0, 256]),
    oneOf('state', RuleState),
    arn('role_arn'),
  ),
  create: async (cloud, planned) => {
    const name = configuredName(planned);
    await createRule(cloud, { ...planned, name });
    const bus = text(planned, 'event_bus_name') ?? DEFAULT_BUS;
    return bus === DEFAULT_BUS ? name : `${bus}/${name}`;
  },
  read: readRule,
  update: updateRule,
  delete: async (cloud, state) => {
    const { name, event_bus_name: EventBusName } = partsOf(requiredText(state, 'id'));
    const Force = flag(state, 'force_destroy');
    await ignoreMissing(cloud.events(state).send(new DeleteRuleCommand({ Name: name, EventBusName, Force })), GONE);
  },
};

function partsOf(id: string): { readonly name: string; readonly event_bus_name: string } {
  const [, bus = DEFAULT_BUS, name] = /^(?:(.+)\/)?([^/]+)$/.exec(id) ?? [];
  if (name !== undefined) return { name, event_bus_name: bus };
  throw new Refusal(`unexpected format for ID (${id}), expected EVENTBUSNAME/RULENAME or RULENAME`);
}

async function readRule(cloud: Cloud, state: CtyObject): Promise<Found | undefined> {
  const { name, event_bus_name } = partsOf(requiredText(state, 'id'));
  const events = cloud.events(state);
  const asked = events.send(new DescribeRuleCommand({ Name: name, EventBusName: event_bus_name }));
  const rule = await ignoreMissing(asked, GONE);
  if (rule === undefined) return undefined;
  const listed = await events.send(new ListTagsForResourceCommand({ ResourceARN: rule.Arn }));
  return {
    attributes: {
      arn: rule.Arn ?? null,
      description: rule.Description ?? '',
      event_bus_name,
      event_pattern: rule.EventPattern ?? null,
      force_destroy: flag(state, 'force_destroy') ?? false,
      is_enabled: rule.State?.startsWith('ENABLED') ?? false,
      name,
      name_prefix: prefixOfName(name),
      role_arn: rule.RoleArn ?? '',
      schedule_expression: rule.ScheduleExpression ?? '',
      state: rule.State ?? null,
    },
    tags: foundTags(listed.Tags),
  };
}
