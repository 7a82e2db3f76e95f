import { describe, expect, it } from '@jest/globals';
import type { Review } from '@slipway/plan-review';
import { runProgram, testWorld } from './testing/run-program.ts';
import { fixture } from './testing/plans.ts';

interface Golden {
  readonly verdict: Review['verdict'];
  /** Rules of the findings, the most dangerous first. */
  readonly rules: readonly string[];
  /** How each resource of the plan changes. */
  readonly changes: readonly string[];
  /** What has to be said, in words. */
  readonly words: readonly string[];
}

const REPOSITORY = 'aws_ecr_repository.api';
const LIFECYCLE = 'aws_ecr_lifecycle_policy.api';
const POLICY = 'aws_ecr_repository_policy.api';

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
  drift: {
    verdict: 'attention',
    rules: ['drift'],
    changes: [`update ${REPOSITORY}`],
    words: ['changed outside of Terraform (image_tag_mutability: IMMUTABLE -> MUTABLE)'],
  },
};

describe('a plan that Terraform made', () => {
  it.each(Object.entries(GOLDEN))('%s', async (name, { verdict, rules, changes, words }) => {
    const { world } = testWorld({ 'prod.json': await fixture(name) });
    const { printed, failure } = await runProgram(['prod.json', '--json'], world);
    const review = JSON.parse(printed) as Review;
    expect(review.verdict).toBe(verdict);
    expect(review.findings.map(({ rule }) => rule)).toEqual(rules);
    expect(review.stacks[0]?.changes.map(({ kind, address }) => `${kind} ${address}`)).toEqual(changes);
    expect(failure?.code).toBe(verdict === 'blocked' ? 'blocked' : undefined);
    const text = (await runProgram(['prod.json'], world)).printed;
    expect(printed).not.toContain('fake-owner');
    for (const sentence of words) expect(text).toContain(sentence);
  });
});
