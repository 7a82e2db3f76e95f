import { PutRuleCommand, RuleState, TagResourceCommand, UntagResourceCommand } from '@aws-sdk/client-eventbridge';
import type { Cloud } from '../../session/cloud.ts';
import type { CtyObject } from '../../wire/cty-value.ts';
import { flag, requiredText, text, word, writtenText } from '../attribute-readers.ts';
import { hasChanged } from '../has-changed.ts';
import { changeTags, keyValueTags } from '../key-value-tags.ts';
import type { Change } from '../resource-behaviour.ts';

/** Puts a new rule, with its tags. */
export async function createRule(cloud: Cloud, planned: CtyObject): Promise<void> {
  await cloud
    .events(planned)
    .send(new PutRuleCommand({ ...ruleOf(planned, stateOf(planned)), Tags: keyValueTags(planned) }));
}

/** Puts a rule in the place of what it was, and changes tags, which EventBridge takes from a new rule only. */
export async function updateRule(cloud: Cloud, change: Change): Promise<void> {
  const events = cloud.events(change.planned);
  if (hasChanged(change, ...OF_THE_RULE))
    await events.send(new PutRuleCommand(ruleOf(change.planned, changedState(change))));
  const ResourceARN = requiredText(change.prior, 'arn');
  await changeTags(change, {
    untag: (TagKeys) => events.send(new UntagResourceCommand({ ResourceARN, TagKeys })),
    tag: (Tags) => events.send(new TagResourceCommand({ ResourceARN, Tags })),
  });
}

const OF_THE_RULE = ['description', 'event_pattern', 'is_enabled', 'role_arn', 'schedule_expression', 'state'];

function ruleOf(planned: CtyObject, State: RuleState | undefined) {
  return {
    Name: requiredText(planned, 'name'),
    Description: writtenText(planned, 'description'),
    EventBusName: text(planned, 'event_bus_name'),
    EventPattern: plainPattern(writtenText(planned, 'event_pattern')),
    RoleArn: writtenText(planned, 'role_arn'),
    ScheduleExpression: writtenText(planned, 'schedule_expression'),
    State,
  };
}

// States hold Go's escapes for <, > and &; patterns compare numbers with them.
function plainPattern(pattern: string | undefined): string | undefined {
  return pattern === undefined ? undefined : JSON.stringify(JSON.parse(pattern));
}

function stateOf(planned: CtyObject): RuleState | undefined {
  const isEnabled = flag(planned, 'is_enabled');
  const state = word(planned, { name: 'state', among: RuleState });
  return state ?? (isEnabled === undefined ? undefined : stateFor(isEnabled));
}

// The state of before stands in the plan beside a changed `is_enabled`, because only one of both is configured.
function changedState(change: Change): RuleState | undefined {
  const isEnabled = flag(change.planned, 'is_enabled');
  const isSwitched = hasChanged(change, 'is_enabled') && !hasChanged(change, 'state');
  return isSwitched && isEnabled !== undefined ? stateFor(isEnabled) : stateOf(change.planned);
}

function stateFor(isEnabled: boolean): RuleState {
  return isEnabled ? RuleState.ENABLED : RuleState.DISABLED;
}
