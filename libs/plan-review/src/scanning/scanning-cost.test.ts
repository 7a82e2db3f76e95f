import { describe, expect, it } from '@jest/globals';
import type { InventoryImage } from '@slipway/lifecycle';
import { parsePlan } from '../plan/parse-plan.ts';
import type { StackInput } from '../review/review-stack.ts';
import { repositoriesToAsk } from '../review/repositories-to-ask.ts';
import { NOW, planText, reviewOf } from '../testing/plan-json.ts';
import type { TestChange } from '../testing/plan-json.ts';

const DAY = 86_400_000;
const REGION = 'us-east-1';
const scanPrices = { dollarsPerImage: 0.09, dollarsPerRescan: 0.01, standing: 'list prices of a test' };

function enhanced(filters: Readonly<Record<string, 'SCAN_ON_PUSH' | 'CONTINUOUS_SCAN'>>) {
  const rule = Object.entries(filters).map(([filter, frequency]) => ({
    scan_frequency: frequency,
    repository_filter: [{ filter, filter_type: 'WILDCARD' }],
  }));
  return { region: REGION, scan_type: 'ENHANCED', rule };
}
const basic = { region: REGION, scan_type: 'BASIC', rule: [] };

function scanning(before: unknown, after: unknown, more: Partial<TestChange> = {}): TestChange {
  return { type: 'aws_ecr_registry_scanning_configuration', before, after, ...more };
}

function repository(name: string): TestChange {
  const values = { name, region: REGION };
  return { type: 'aws_ecr_repository', address: `r.${name}`, actions: ['no-op'], before: values, after: values };
}

/** Images that were pushed so many days ago. */
function pushed(name: string, ...ages: readonly number[]) {
  const images = ages.map((age): InventoryImage => ({
    digest: `sha256:${String(age).padStart(64, '0')}`,
    tags: [],
    pushedAt: new Date(NOW.getTime() - age * DAY),
  }));
  return { region: REGION, repository: name, images };
}

function wordsOf(change: TestChange, input: Partial<StackInput> = { scanPrices }): readonly string[] {
  const words = reviewOf(planText([change]), input).stacks[0]?.changes[0]?.words ?? [];
  return words.filter((one) => one.includes('cost'));
}

describe('what scanning costs, in words', () => {
  it('is the price of a push where enhanced scanning comes', () => {
    expect(wordsOf(scanning(basic, enhanced({ '*': 'SCAN_ON_PUSH' })))).toEqual([
      'scanning costs $0.09 for each image that is pushed (list prices of a test)',
    ]);
    expect(wordsOf(scanning(null, enhanced({ '*': 'SCAN_ON_PUSH' }), { actions: ['create'] }))).toHaveLength(1);
  });

  it('is the price of later scans, too, where they are continuous', () => {
    expect(wordsOf(scanning(enhanced({ '*': 'SCAN_ON_PUSH' }), enhanced({ '*': 'CONTINUOUS_SCAN' })))).toEqual([
      'scanning costs $0.09 for each image that is pushed, and $0.01 for each scan after that where it is continuous (list prices of a test)',
    ]);
  });

  it('is that of a first look, too, where continuous scanning comes', () => {
    expect(wordsOf(scanning(basic, enhanced({ '*': 'CONTINUOUS_SCAN' })))).toEqual([
      expect.stringMatching(/^Inspector scans at once .* that costs once$/),
      expect.stringContaining('$0.01 for each scan after that'),
    ]);
  });

  it.each([
    ['to basic scanning', basic, ['update']],
    ['with its configuration', null, ['delete']],
  ])('is nothing where enhanced scanning goes %s', (_, after, actions) => {
    expect(wordsOf(scanning(enhanced({ '*': 'SCAN_ON_PUSH' }), after, { actions }))).toEqual([
      'scanning costs nothing from now on: basic scanning is free',
    ]);
  });

  it.each<[string, TestChange]>([
    ['basic scanning', scanning(basic, { ...basic, rule: [{ scan_frequency: 'SCAN_ON_PUSH' }] })],
    ['the same', scanning(enhanced({ a: 'SCAN_ON_PUSH' }), { ...enhanced({ a: 'SCAN_ON_PUSH' }), id: '2' })],
    ['another type of resource', { type: 'acme_thing', before: basic, after: enhanced({ a: 'SCAN_ON_PUSH' }) }],
  ])('is not told of %s', (_, change) => {
    expect(wordsOf(change)).toEqual([]);
  });

  it('is not known without a price, and before the apply', () => {
    const change = scanning(basic, enhanced({ '*': 'SCAN_ON_PUSH' }));
    expect(wordsOf(change, {})).toEqual(['what enhanced scanning costs is not known']);
    for (const unknown of [{ scan_type: true }, { rule: true }, { rule: [{ repository_filter: true }] }])
      expect(wordsOf({ ...change, unknown })).toEqual(['what scanning will cost is only known after the apply']);
  });
});

describe('what scanning costs a month', () => {
  const repositories = [repository('shop/api'), repository('shop/web'), repository('tools')];
  const evidence = [pushed('shop/api', 1, 2, 29, 31), pushed('shop/web', 3), pushed('tools', 1, 1)];

  function dollarsOf(change: TestChange, input: Partial<StackInput> = {}) {
    const { stacks } = reviewOf(planText([...repositories, change]), { evidence, scanPrices, ...input });
    return [stacks[0]?.monthlyScanDollars, stacks[0]?.changes[0]?.monthlyScanDollars];
  }

  it('is the price of what was pushed within 30 days to repositories that the filters add', () => {
    const [stack, change] = dollarsOf(scanning(basic, enhanced({ 'shop/*': 'CONTINUOUS_SCAN' })));
    expect(change).toBeCloseTo(4 * 0.09);
    expect(stack).toBe(change);
    const [wider] = dollarsOf(scanning(enhanced({ 'shop/*': 'SCAN_ON_PUSH' }), enhanced({ '*': 'SCAN_ON_PUSH' })));
    expect(wider).toBeCloseTo(2 * 0.09);
  });

  it('is less by those that they drop', () => {
    const [stack] = dollarsOf(scanning(enhanced({ '*': 'SCAN_ON_PUSH' }), enhanced({ tools: 'SCAN_ON_PUSH' })));
    expect(stack).toBeCloseTo(-4 * 0.09);
  });

  it('does not count lists of images: there is nothing in them to scan', () => {
    const [place] = [pushed('tools', 1, 2)];
    const images = place.images.map((image, index) => (index === 0 ? { ...image, children: ['sha256:1'] } : image));
    const change = scanning(basic, enhanced({ tools: 'SCAN_ON_PUSH' }));
    expect(dollarsOf(change, { evidence: [{ ...place, images }] })[0]).toBeCloseTo(0.09);
  });

  it.each<[string, Partial<StackInput>]>([
    ['nobody asked', { evidence: [] }],
    ['nobody asked one of the registries', { evidence: [pushed('tools', 1)] }],
  ])('is not said where %s', (_, input) => {
    expect(dollarsOf(scanning(basic, enhanced({ '*': 'SCAN_ON_PUSH' })), input)).toEqual([undefined, undefined]);
  });

  it('is not said where no price is known', () => {
    const plan = planText([...repositories, scanning(basic, enhanced({ '*': 'SCAN_ON_PUSH' }))]);
    expect(reviewOf(plan, { evidence }).stacks[0]).not.toHaveProperty('monthlyScanDollars');
  });

  it('asks the registry for exactly the repositories whose price changes', () => {
    const change = scanning(
      enhanced({ tools: 'SCAN_ON_PUSH' }),
      enhanced({ tools: 'SCAN_ON_PUSH', web: 'SCAN_ON_PUSH' }),
    );
    const { plan } = parsePlan(planText([...repositories, change]));
    expect(repositoriesToAsk(plan!)).toEqual([{ region: REGION, repository: 'shop/web', isAtStake: false }]);
  });

  it('asks about images at stake, too, where both is the matter', () => {
    const gone = { ...repository('tools'), actions: ['delete'] };
    const { plan } = parsePlan(planText([gone, scanning(basic, enhanced({ '*': 'SCAN_ON_PUSH' }))]));
    expect(repositoriesToAsk(plan!)).toEqual([{ region: REGION, repository: 'tools', isAtStake: true }]);
  });
});
