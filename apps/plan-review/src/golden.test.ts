import { describe, expect, it } from '@jest/globals';
import type { Review } from '@slipway/plan-review';
import { runProgram } from './testing/run-program.ts';
import { NOW, testWorld } from './testing/test-world.ts';
import { fixture, fixtureConfiguration } from './testing/plans.ts';

interface Golden {
  readonly verdict: Review['verdict'];
  /** Rules of the findings, the most dangerous first. */
  readonly rules: readonly string[];
  /** How each resource of the plan changes. */
  readonly changes: readonly string[];
  /** What has to be said, in words. */
  readonly words: readonly string[];
  /** Whether the configuration was given along with the plan. @default false */
  readonly configured?: true;
}

const REPOSITORY = 'aws_ecr_repository.api';
const LIFECYCLE = 'aws_ecr_lifecycle_policy.api';
const POLICY = 'aws_ecr_repository_policy.api';
const TOPIC = 'aws_sns_topic.alerts';
const TOPIC_POLICY = 'aws_sns_topic_policy.alerts';
const PUSHED = 'aws_cloudwatch_event_rule.pushed';

/** Plans that Terraform made, and what reviewers have to be told of them. */
const GOLDEN: Readonly<Record<string, Golden>> = {
  nothing: { verdict: 'ok', rules: [], changes: [], words: [] },
  create: {
    verdict: 'ok',
    rules: [],
    changes: [`create ${LIFECYCLE}`, `create ${REPOSITORY}`, `create ${POLICY}`],
    words: ['role eks-nodes of 111122223333 can now pull from plan-review/api', 'keep the newest 10 tagged v*'],
  },
  'lifecycle-change': {
    verdict: 'attention',
    rules: ['lifecycle-changed'],
    changes: [`replace ${LIFECYCLE}`],
    words: ['tagged v*: keep the newest 10 -> 5'],
  },
  'push-grant': {
    verdict: 'attention',
    rules: ['access-widened'],
    changes: [`update ${POLICY}`],
    words: ['role ci of 111122223333 can now push to plan-review/api'],
  },
  'policy-widening': {
    verdict: 'blocked',
    rules: ['policy-open', 'access-widened'],
    changes: [`update ${POLICY}`],
    words: ['everyone can now pull from plan-review/api'],
  },
  replace: {
    verdict: 'blocked',
    rules: ['repository-destroyed', 'settings-lost'],
    changes: [`replace ${REPOSITORY}`],
    words: ['forced by encryption_configuration[0].encryption_type', 'may hold images: the registry was not asked'],
  },
  destroy: {
    verdict: 'blocked',
    rules: ['repository-destroyed', 'resource-destroyed', 'resource-destroyed'],
    changes: [`destroy ${LIFECYCLE}`, `destroy ${REPOSITORY}`, `destroy ${POLICY}`],
    words: ['nothing expires any more', 'role eks-nodes of 111122223333 can no longer pull from plan-review/api'],
  },
  'hardening-off': {
    verdict: 'blocked',
    rules: ['immutability-off', 'scanning-off'],
    changes: [`update ${REPOSITORY}`],
    words: ['every tag can be moved from now on: IMMUTABLE -> MUTABLE'],
  },
  'enhanced-scanning': {
    verdict: 'ok',
    rules: [],
    changes: ['update aws_ecr_registry_scanning_configuration.it'],
    words: [
      'scanning is ENHANCED from now on, not BASIC',
      'the registry now scans "plan-review/*" (CONTINUOUS_SCAN)',
      'scanning costs $0.09 for each image that is pushed, and $0.01 for each scan after that where it is continuous (list prices of us-east-1, 2026-03, as others quote it)',
    ],
  },
  'basic-scanning': {
    verdict: 'blocked',
    rules: ['scanning-off', 'scanning-off'],
    changes: ['update aws_ecr_registry_scanning_configuration.it'],
    words: ['scanning costs nothing from now on: basic scanning is free'],
  },
  import: { verdict: 'ok', rules: [], changes: [`none ${REPOSITORY}`], words: ['imported as plan-review/api'] },
  moved: {
    verdict: 'ok',
    rules: [],
    changes: ['none aws_ecr_repository.gateway'],
    words: ['moved from aws_ecr_repository.api'],
  },
  readdressed: {
    verdict: 'blocked',
    rules: ['repository-destroyed'],
    changes: [`destroy ${REPOSITORY}`, 'create aws_ecr_repository.gateway'],
    words: ['creates the same repository as aws_ecr_repository.gateway: say so by a "moved" block'],
  },
  sensitive: {
    verdict: 'ok',
    rules: [],
    changes: [`create ${REPOSITORY}`],
    words: [`${REPOSITORY}: created`],
  },
  'own-arns': {
    verdict: 'attention',
    rules: ['policy-unknown'],
    changes: [`create ${PUSHED}`, `create ${TOPIC}`, `create ${TOPIC_POLICY}`],
    words: [
      `waits for ${TOPIC}.arn, ${PUSHED}.arn; the rest of it was read from the configuration`,
      `service events.amazonaws.com can now use sns:Publish on ${TOPIC_POLICY} if aws:SourceArn ArnEquals ${PUSHED}.arn`,
    ],
    configured: true,
  },
  'own-arns-open': {
    verdict: 'blocked',
    rules: ['policy-open', 'policy-unknown'],
    changes: [`create ${PUSHED}`, `create ${TOPIC}`, `create ${TOPIC_POLICY}`],
    words: [`everyone can now use sns:Publish on ${TOPIC_POLICY}`],
    configured: true,
  },
  // Terraform calls it drift of the topic that a resource of its own put a policy on it.
  'own-policy': { verdict: 'ok', rules: [], changes: [], words: [] },
  drift: {
    verdict: 'attention',
    rules: ['drift'],
    changes: [`update ${REPOSITORY}`],
    words: ['changed outside of Terraform (image_tag_mutability: IMMUTABLE -> MUTABLE)'],
  },
};

describe('a plan that Terraform made', () => {
  it.each(Object.entries(GOLDEN))('%s', async (name, { verdict, rules, changes, words, configured }) => {
    const configuration = configured === undefined ? {} : { 'cdk.tf.json': await fixtureConfiguration(name) };
    const { world } = testWorld({ 'prod.json': await fixture(name), ...configuration });
    const args = configured === undefined ? ['prod.json'] : ['prod.json', '--configuration', 'prod=cdk.tf.json'];
    const { printed, failure } = await runProgram([...args, '--json'], world);
    const review = JSON.parse(printed) as Review;
    expect(review.verdict).toBe(verdict);
    expect(review.findings.map(({ rule }) => rule)).toEqual(rules);
    expect(review.stacks[0]?.changes.map(({ kind, address }) => `${kind} ${address}`)).toEqual(changes);
    expect(failure?.code).toBe(verdict === 'blocked' ? 'blocked' : undefined);
    const text = (await runProgram(args, world)).printed;
    expect(printed).not.toContain('fake-owner');
    for (const sentence of words) expect(text).toContain(sentence);
  });

  it.each(['own-arns', 'own-arns-open'])(
    '%s is blocked without its configuration: it may let in anyone',
    async (name) => {
      const { world } = testWorld({ 'prod.json': await fixture(name) });
      const { printed, failure } = await runProgram(['prod.json'], world);
      expect(failure?.code).toBe('blocked');
      expect(printed).toContain(`it refers to ${TOPIC}.arn`);
      expect(printed).toContain('it may let in anyone [policy-unknown]');
    },
  );

  it('lifecycle-change is told with the images that expire, one of which runs', async () => {
    const { world, registry, ecs } = testWorld({ 'prod.json': await fixture('lifecycle-change') });
    const images = Array.from({ length: 10 }, (_, index) => ({
      digest: `sha256:${String(index).repeat(64)}`,
      tags: [`v${index}`],
      sizeBytes: 620_000_000,
      pushedAt: new Date(NOW.getTime() - index * 86_400_000),
    }));
    registry.put('us-east-1', 'plan-review/api', { images });
    ecs.uses = Promise.resolve([{ source: 'ecs', reference: 'registry.example/plan-review/api:v7' }]);
    const { printed, failure } = await runProgram(['prod.json', '--live'], world);
    expect(failure?.code).toBe('blocked');
    expect(printed).toContain('tagged v*: keep the newest 10 -> 5');
    expect(printed).toContain(
      '5 images (3.1 GB, such as v5, v6, v7, v8, v9) expire within a day, one of them runs in prod',
    );
    expect(printed).toContain('BLOCKED: prod / aws_ecr_lifecycle_policy.api: an image that expires runs in prod: v7');
  });

  it.each([
    ['enhanced-scanning', 'more'],
    ['basic-scanning', 'less'],
  ])('%s is told with what it costs %s, where the registry was asked', async (name, more) => {
    const { world, registry } = testWorld({ 'prod.json': await fixture(name) });
    const images = [1, 29, 31].map((age) => ({
      digest: `sha256:${String(age).padStart(64, '0')}`,
      tags: [],
      pushedAt: new Date(NOW.getTime() - age * 86_400_000),
    }));
    registry.put('us-east-1', 'plan-review/api', { images });
    const { printed } = await runProgram(['prod.json', '--live'], world);
    expect(printed).toContain(`scans of images cost $0.18 a month ${more}, at the pushes of the last 30 days`);
    expect(printed).not.toContain('storage costs');
  });

  it.each(['replace', 'destroy'])('%s is told with what of its images runs', async (name) => {
    const { world, registry, ecs } = testWorld({ 'prod.json': await fixture(name) });
    const digest = `sha256:${'a'.repeat(64)}`;
    registry.put('us-east-1', 'plan-review/api', { images: [{ digest, tags: ['v1'], pushedAt: NOW }] });
    ecs.uses = Promise.resolve([{ source: 'ecs', reference: `registry.example/plan-review/api@${digest}` }]);
    const { printed, failure } = await runProgram(['prod.json', '--live'], world);
    expect(failure?.code).toBe('blocked');
    expect(printed).toMatch(/with its only image \(0 bytes\), it runs in prod \[repository-destroyed\]/);
  });
});
